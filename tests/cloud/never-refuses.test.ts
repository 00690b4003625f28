import fc from 'fast-check';
import { expect, test } from 'vitest';
import { v7 } from 'uuid';
import { entryVersions } from '../../shared/journal/kinds.ts';
import { arrive } from './support/arrive.ts';
import { entryWithPart, pointsEntry, refundEntry, saleEntry, voidEntry } from './support/make-entries.ts';
import { openTestCloud } from './support/test-cloud.ts';
import { enrolTill, openStore, type NewEntry } from './support/test-till.ts';

/** What breaks programs: texts that no column takes, numbers that no column holds, and wrong types. */
const nasty = fc.oneof(
  fc.jsonValue(),
  fc.constantFrom<unknown>(
    '\u0000',
    'a\u0000b',
    '\uD800',
    'x'.repeat(5_000),
    '',
    9_007_199_254_740_991,
    -9_007_199_254_740_991,
    1e300,
    0.5,
    -0,
    null,
    [],
    {},
    '__proto__',
  ),
);

const product = { productId: v7(), name: 'Bread', unit: 'each', priceMinor: 100, tracksStock: true };
const points = [{ key: 'k', kind: 'redeemed' as const, points: -1, promotionId: null, rewardId: null }];
const makers: (() => NewEntry)[] = [
  () => saleEntry({ customerId: v7(), points, giftCardMinor: 500 }),
  () =>
    refundEntry({
      lines: [{ productId: null, name: 'Cake', quantityMilli: 1, totalMinor: 5 }],
      giftCardMinor: 5,
    }),
  () => voidEntry(v7()),
  () => pointsEntry(v7(), 5),
  () => entryWithPart('account.created', { accountId: v7(), customerId: v7() }, { displayName: 'Maria' }),
  () => ({ kind: 'product.created', v: 2, content: { product } }),
  () => ({
    kind: 'products.imported',
    v: 2,
    content: { created: [product], changed: [{ productId: 'p', changes: { name: 'N' } }] },
  }),
  () => ({ kind: 'settings.changed', content: { changes: { shop: { name: 'S' } }, stamp: 'now' } }),
  () => ({ kind: 'customer.merged', content: { customerId: v7(), mergedId: v7() } }),
  () => ({ kind: 'customer.erased', content: { customerId: v7() } }),
];

/** A well-made entry with something nasty in one place, however deep. */
const spoilt: fc.Arbitrary<NewEntry> = fc
  .tuple(fc.constantFrom(...makers), fc.array(fc.nat(40), { minLength: 1, maxLength: 3 }), nasty)
  .map(([make, path, value]) => {
    const entry = make();
    return { ...entry, content: spoil(entry.content, path, value) };
  });

function spoil(content: unknown, [at, ...rest]: number[], value: unknown): unknown {
  if (at === undefined || typeof content !== 'object' || content === null) return value;
  const keys = Object.keys(content);
  const key = keys[at % Math.max(keys.length, 1)];
  if (key === undefined) return value;
  const copy: unknown = structuredClone(content);
  const fields = copy as Record<string, unknown>;
  fields[key] = spoil(fields[key], rest, value);
  return copy;
}

const wild: fc.Arbitrary<NewEntry> = fc.record({
  kind: fc.constantFrom(...Object.keys(entryVersions), 'of.tomorrow', 'constructor'),
  v: fc.integer({ min: 1, max: 4 }),
  content: nasty,
});

test('whatever an entry says, it is kept, and what comes after it flows', async () => {
  const cloud = await openTestCloud();
  const till = await enrolTill(cloud, await openStore(cloud));
  let last = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(fc.oneof(spoilt, wild), { minLength: 1, maxLength: 40 }), async (entries) => {
      const pushed = await arrive(till, ...entries);
      last += entries.length;
      expect(pushed.last).toBe(last);
    }),
    { numRuns: 60, endOnFailure: true },
  );
  const { status } = await till.call('GET', '/reports?by=product&from=2026-03-01&to=2026-03-31');
  expect(status).toBe(200);
  for (const state of ['open', 'accepted'])
    expect((await till.call('GET', `/reviews?state=${state}`)).status).toBe(200);
}, 120_000);

test('every entry that is kept for review can be accepted, set aside and looked at again', async () => {
  const cloud = await openTestCloud();
  const till = await enrolTill(cloud, await openStore(cloud));
  const made = fc.sample(fc.oneof(spoilt, wild), { numRuns: 60, seed: 5 });
  await arrive(till, ...made);
  const { body } = await till.call<{ reviews: { id: string }[]; open: number }>('GET', '/reviews?state=open');
  expect(body.open).toBeGreaterThan(20);
  for (const { id } of body.reviews) {
    for (const action of ['retry', 'accept', 'retry', 'set-aside', 'accept']) {
      const { status } = await till.call('POST', `/reviews/${id}/decide`, { action, by: 'Olivia' });
      expect([id, action, status]).toEqual([id, action, 200]);
    }
  }
}, 120_000);
