import { looksAt } from './support/looks-at.ts';
import { syncScreens } from './support/screens/sync.ts';
import { demoOwner, signInByPin } from './support/sign-in.ts';
import { openSyncShop, type SyncShop } from './support/sync-shop.ts';
import { test } from './support/test.ts';

let shop: SyncShop;
test.beforeAll(async () => {
  shop = await openSyncShop();
});
test.afterAll(() => shop.remove());

looksAt('the sync', syncScreens, async (page) => {
  await signInByPin(page, shop.till.url, demoOwner.pin);
  return shop;
});
