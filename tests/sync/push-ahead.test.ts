import { expect, test } from 'vitest';
import { syncStateOf } from '../../electron/engine/sync/sync-state.ts';
import { openTestCloud } from '../cloud/support/test-cloud.ts';
import { makeProduct, ringUp } from '../fixtures/ring-up.ts';
import { joinedTill, openStore, push, settle, status, type JoinedTill } from './support/tills.ts';

const proof = async (till: JoinedTill) => (await till.call('POST', '/sync/prove')).body;

/** A till that the cloud knows to be well, with so many sales that wait; they go four entries at a time. */
async function waitingTill(sales: number): Promise<JoinedTill> {
  const cloud = await openTestCloud();
  const till = await joinedTill(cloud, await openStore(cloud));
  const bread = await makeProduct(till, { name: 'Bread', priceMinor: 4_500 });
  await settle(till);
  for (let made = 0; made < sales; made += 1) {
    await ringUp(till, { lines: [{ product: bread, quantityMilli: 1_000 }] });
  }
  return till;
}

const stepOf = (till: JoinedTill) => {
  syncStateOf(till.engine.context).mostEntries = 4;
  return till.engine.sync.pushOnce();
};

const gate = () => {
  let open = (): void => undefined;
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  return { open, opened };
};

test('while a push has no answer yet the next is on its way, and only that one', async () => {
  const till = await waitingTill(12);
  const held = gate();
  let asked = 0;
  till.network.between = async (request, pass) => {
    asked += 1;
    await held.opened;
    return pass(request);
  };
  const step = stepOf(till);
  await expect.poll(() => asked).toBe(2);
  till.clock.advance(1_000);
  expect(asked).toBe(2);
  held.open();
  expect(await step).toMatchObject({ ok: true, value: { did: 'sent', sent: 4 } });
  await settle(till);
  expect(await proof(till)).toMatchObject({ matches: true, sales: { there: { count: 12 } } });
});

test('one that overtakes the push before it is sent again, and is no sign of a restored cloud', async () => {
  const till = await waitingTill(12);
  const first = gate();
  const told: unknown[] = [];
  let asked = 0;
  till.network.between = async (request, pass) => {
    asked += 1;
    const isFirst = asked === 1;
    if (isFirst) await first.opened;
    const answer = await pass(request);
    told.push(await answer.clone().json());
    if (asked === 2) first.open();
    return answer;
  };
  const before = (await status(till)).sent;
  expect(await stepOf(till)).toMatchObject({ ok: true, value: { did: 'sent', sent: 4 } });
  expect(told).toMatchObject([{ last: before }, { last: before + 4 }]);
  const second = await stepOf(till);
  expect(second).toMatchObject({ ok: true, value: { did: 'sent' } });
  await settle(till);
  expect(await proof(till)).toMatchObject({ matches: true, sales: { there: { count: 12 } } });
});

test('what was sent ahead arrives once, whichever of the two answers is lost', async () => {
  for (const lost of [1, 2]) {
    const till = await waitingTill(12);
    let asked = 0;
    till.network.between = async (request, pass) => {
      asked += 1;
      const isLost = asked === lost;
      const answer = await pass(request);
      if (isLost) throw new TypeError('the answer was lost');
      return answer;
    };
    const steps = [await stepOf(till), await stepOf(till)];
    expect(steps.map(({ ok }) => ok)).toEqual([lost !== 1, lost !== 2]);
    expect((await status(till)).state).toBe(lost === 1 ? 'online' : 'offline');
    till.network.between = null;
    await settle(till);
    expect(await proof(till)).toMatchObject({ matches: true, sales: { there: { count: 12 } } });
  }
});

test('nothing is sent ahead to a cloud that is not well', async () => {
  const till = await waitingTill(12);
  till.network.between = () => Promise.reject(new TypeError('fetch failed'));
  expect(await stepOf(till)).toMatchObject({ ok: false });
  let asked = 0;
  till.network.between = (request, pass) => {
    asked += 1;
    return pass(request);
  };
  await stepOf(till);
  expect(asked).toBe(1);
});

test('a till that ends while a push is on its way ahead loses nothing', async () => {
  const till = await waitingTill(12);
  let asked = 0;
  till.network.between = (request, pass) => {
    asked += 1;
    return asked === 2 ? new Promise<never>(() => undefined) : pass(request);
  };
  expect(await stepOf(till)).toMatchObject({ ok: true });
  const again = await till.restart();
  till.network.between = null;
  for (let waiting = Infinity; waiting > 0;) ({ waiting } = await push(again));
  expect((await again.call('POST', '/sync/prove')).body).toMatchObject({
    matches: true,
    sales: { there: { count: 12 } },
  });
});
