import { expect, test } from 'vitest';
import { openTestCloud } from '../cloud/support/test-cloud.ts';
import { makeProduct, ringUp } from '../fixtures/ring-up.ts';
import { joinedTill, openStore, settle, status, type JoinedTill } from './support/tills.ts';

/** Lets time pass in steps, with what it starts running in between, until something is so. */
async function until(till: JoinedTill, isSo: () => Promise<boolean>, step: number): Promise<number> {
  for (let passed = 0; passed < 300_000; passed += step) {
    if (await isSo()) return passed;
    till.clock.advance(step);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  throw new Error('it did not come to that');
}

test('a till sends a moment after a sale, asks by itself, and after a failure tries ever later', async () => {
  const cloud = await openTestCloud();
  const storeId = await openStore(cloud);
  const till = await joinedTill(cloud, storeId, { background: true });
  const other = await joinedTill(cloud, storeId);
  const bread = await makeProduct(till, { name: 'Bread', priceMinor: 4_500 });
  const isSent = async () => (await status(till)).waiting === 0;
  await until(till, isSent, 250);
  await ringUp(till, { lines: [{ product: bread, quantityMilli: 1_000 }] });
  expect(await until(till, isSent, 50)).toBeLessThan(1_000);

  await settle(other);
  const { received } = await status(till);
  const from = till.clock.now();
  let askedAt = 0;
  till.network.between = (request, pass) => {
    if (request.url.includes('/sync/pull')) askedAt ||= till.clock.now();
    return pass(request);
  };
  await until(till, async () => (await status(till)).received > received, 1_000);
  expect(askedAt - from).toBeLessThan(17_000);

  let tries = 0;
  till.network.between = () => {
    tries += 1;
    return Promise.reject(new Error('no network'));
  };
  await ringUp(till, { lines: [{ product: bread, quantityMilli: 1_000 }] });
  await until(till, async () => tries >= 6, 500);
  expect(await status(till)).toMatchObject({ state: 'offline', waitingSales: 1 });
  expect((await status(till)).nextTryAt).not.toBeNull();
  till.network.between = null;
  await till.call('POST', '/sync/now');
  expect(await status(till)).toMatchObject({ state: 'online', waiting: 0, nextTryAt: null });
});
