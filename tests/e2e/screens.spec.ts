import { openDemoShop, type DemoShop } from './support/demo-shop.ts';
import { looksAt } from './support/looks-at.ts';
import { listScreens } from './support/screens/lists.ts';
import { offerScreens } from './support/screens/offers.ts';
import { ownerScreens } from './support/screens/owner.ts';
import { aloneScreens } from './support/screens/sync.ts';
import { demoOwner, signInByPin } from './support/sign-in.ts';
import { test } from './support/test.ts';

let demo: DemoShop;
test.beforeAll(async () => {
  demo = await openDemoShop();
});
test.afterAll(() => demo.till.remove());

looksAt('the shop', [...listScreens, ...ownerScreens, ...offerScreens, ...aloneScreens], async (page) => {
  await signInByPin(page, demo.till.url, demoOwner.pin);
  return demo;
});
