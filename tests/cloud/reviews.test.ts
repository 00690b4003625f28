import { expect, test } from 'vitest';
import { v7 } from 'uuid';
import type { Review } from '../../shared/sync/protocol.ts';
import { arrive, type EnrolledTill } from './support/arrive.ts';
import { saleEntry } from './support/make-entries.ts';
import { openTestCloud } from './support/test-cloud.ts';
import { enrolTill, openStore } from './support/test-till.ts';

async function openTill() {
  const cloud = await openTestCloud();
  return { cloud, till: await enrolTill(cloud, await openStore(cloud)) };
}

async function reviewsOf(till: EnrolledTill, state = 'open'): Promise<{ reviews: Review[]; open: number }> {
  return (await till.call<{ reviews: Review[]; open: number }>('GET', `/reviews?state=${state}`)).body;
}

async function decide(till: EnrolledTill, { id }: Review, action: string): Promise<Review> {
  const decision = { action, note: 'Looked at the paper', by: 'Olivia' };
  const { status, body } = await till.call<Review>('POST', `/reviews/${id}/decide`, decision);
  if (status !== 200) throw new Error(JSON.stringify(body));
  return body;
}

async function soldMinor(till: EnrolledTill): Promise<number> {
  const path = '/reports?by=store&from=2026-03-01&to=2026-03-31';
  const { body } = await till.call<{ rows: { totalMinor: number }[] }>('GET', path);
  return body.rows[0]?.totalMinor ?? 0;
}

const wrongSums = () => {
  const sale = saleEntry({});
  return { ...sale, content: { ...(sale.content as object), netMinor: 1 } };
};

test('an entry that cannot count waits for somebody, and everything else flows', async () => {
  const { till } = await openTill();
  const pushed = await arrive(till, saleEntry({}), wrongSums(), saleEntry({}));
  expect(pushed).toMatchObject({ last: 3, forReview: 1 });
  expect(await soldMinor(till)).toBe(11_000);
  const { reviews, open } = await reviewsOf(till);
  expect(open).toBe(1);
  expect(reviews).toMatchObject([
    {
      registerCode: 'T1',
      seq: 2,
      kind: 'sale.committed',
      reason: 'sums-differ',
      state: 'open',
      decidedAt: null,
    },
  ]);
});

test('accepted it counts, set aside it does not, and a decision can be changed', async () => {
  const { till } = await openTill();
  await arrive(till, wrongSums());
  const [review] = (await reviewsOf(till)).reviews;
  if (review === undefined) throw new Error('nothing to review');
  expect(await decide(till, review, 'retry')).toMatchObject({ state: 'open', reason: 'sums-differ' });
  for (let time = 0; time < 2; time += 1) {
    expect(await decide(till, review, 'accept')).toMatchObject({
      state: 'accepted',
      note: 'Looked at the paper',
    });
    expect(await soldMinor(till)).toBe(5_500);
  }
  for (let time = 0; time < 2; time += 1) {
    expect(await decide(till, review, 'set-aside')).toMatchObject({ state: 'set-aside' });
    expect(await soldMinor(till)).toBe(0);
  }
  expect((await reviewsOf(till)).open).toBe(0);
  expect((await reviewsOf(till, 'set-aside')).reviews).toHaveLength(1);
});

test('a receipt number that is there twice: both sales count until one is set aside', async () => {
  const { cloud, till } = await openTill();
  const receiptNumber = 'S01-T1-A-000777';
  await arrive(till, saleEntry({ receiptNumber }));
  expect(await arrive(till, saleEntry({ receiptNumber }))).toMatchObject({ forReview: 1 });
  expect(await soldMinor(till)).toBe(11_000);
  // One that joined later brings what it sold on its own before, under the numbers of a first till.
  const joined = await enrolTill(cloud, till.storeId);
  expect(await arrive(joined, saleEntry({ receiptNumber, lines: [] }))).toMatchObject({ forReview: 0 });
  const [review] = (await reviewsOf(till)).reviews;
  if (review === undefined) throw new Error('nothing to review');
  expect(review).toMatchObject({ reason: 'receipt-number-taken', seq: 2 });
  expect(await decide(till, review, 'retry')).toMatchObject({ state: 'open' });
  await decide(till, review, 'set-aside');
  expect(await soldMinor(till)).toBe(5_500);
  await decide(till, review, 'accept');
  expect(await soldMinor(till)).toBe(11_000);
});

test('a cart that was paid twice counts twice, until somebody sets one aside', async () => {
  const { till } = await openTill();
  const id = v7();
  await arrive(till, saleEntry({ id }), saleEntry({ id, receiptNumber: 'S01-T1-B2C3-000001' }));
  expect(await soldMinor(till)).toBe(11_000);
  const [review] = (await reviewsOf(till)).reviews;
  expect(review).toMatchObject({ reason: 'sale-known' });
  if (review === undefined) throw new Error('nothing to review');
  await decide(till, review, 'set-aside');
  expect(await soldMinor(till)).toBe(5_500);
  await decide(till, review, 'accept');
  await decide(till, review, 'accept');
  expect(await soldMinor(till)).toBe(11_000);
});

test('an entry with the id of another takes nothing from that one, whatever is decided', async () => {
  const { till } = await openTill();
  const sale = saleEntry({});
  const opId = v7();
  const altered = { ...(sale.content as object), receiptNumber: 'S01-T1-A-999999' };
  const wrong = { ...altered, netMinor: 1 };
  await arrive(
    till,
    { ...sale, opId },
    { ...sale, opId, content: altered },
    { ...sale, opId, content: wrong },
  );
  const { reviews } = await reviewsOf(till);
  expect(reviews.map(({ reason }) => reason).toSorted()).toEqual(['id-reused', 'sums-differ']);
  for (const review of reviews) {
    for (const action of ['accept', 'set-aside', 'accept', 'set-aside']) {
      await decide(till, review, action);
      const sold = action === 'accept' ? 11_000 : 5_500;
      expect([review.reason, action, await soldMinor(till)]).toEqual([review.reason, action, sold]);
    }
  }
});

test('of two entries of one sale the other counts though the first is set aside', async () => {
  const { till } = await openTill();
  const id = v7();
  const wrong = wrongSums();
  await arrive(till, { ...wrong, content: { ...(wrong.content as object), orderId: id } });
  const [first] = (await reviewsOf(till)).reviews;
  if (first === undefined) throw new Error('nothing to review');
  await decide(till, first, 'accept');
  await arrive(till, saleEntry({ id }));
  const [second] = (await reviewsOf(till)).reviews;
  if (second === undefined) throw new Error('nothing to review');
  expect(second).toMatchObject({ reason: 'sale-known' });
  await decide(till, first, 'set-aside');
  expect(await soldMinor(till)).toBe(5_500);
  await decide(till, second, 'accept');
  expect(await soldMinor(till)).toBe(5_500);
});

test('what an older cloud did not know counts once it is asked again', async () => {
  const { cloud, till } = await openTill();
  await arrive(till, { ...saleEntry({}), v: 99 });
  const [review] = (await reviewsOf(till)).reviews;
  if (review === undefined) throw new Error('nothing to review');
  expect(review).toMatchObject({ reason: 'version-newer' });
  // As after an update that knows the version.
  await cloud.context.database.updateTable('entries').set({ v: 3 }).execute();
  expect(await decide(till, review, 'retry')).toMatchObject({ state: 'accepted' });
  expect(await soldMinor(till)).toBe(5_500);
});

test('a list holds four megabytes of what entries say, or one entry that is larger', async () => {
  const { till } = await openTill();
  for (const megabytes of [5, 0.9, 1.5, 1.5])
    await arrive(till, { kind: 'teleport.done', content: { filling: 'x'.repeat(megabytes * 1_048_576) } });
  const seqs = async () => (await reviewsOf(till)).reviews.map(({ seq }) => seq);
  expect((await reviewsOf(till)).open).toBe(4);
  expect((await seqs()).toSorted()).toEqual([2, 3, 4]);
  for (const review of (await reviewsOf(till)).reviews) await decide(till, review, 'set-aside');
  expect(await seqs()).toEqual([1]);
});

test('a register decides on entries of its own store alone', async () => {
  const { cloud, till } = await openTill();
  const stranger = await enrolTill(cloud, await openStore(cloud));
  await arrive(till, wrongSums());
  const [review] = (await reviewsOf(till)).reviews;
  expect((await reviewsOf(stranger)).reviews).toEqual([]);
  const decision = { action: 'accept', by: 'Nobody' };
  expect((await stranger.call('POST', `/reviews/${review?.id}/decide`, decision)).status).toBe(404);
  expect((await stranger.call('POST', `/reviews/nonsense/decide`, decision)).status).toBe(400);
});
