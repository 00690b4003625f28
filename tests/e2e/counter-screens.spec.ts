import { openDemoShop, type DemoShop } from './support/demo-shop.ts';
import { looksAt } from './support/looks-at.ts';
import { openLoyaltyShop, type LoyaltyShop } from './support/loyalty-shop.ts';
import { cartScreens } from './support/screens/carts.ts';
import { creditScreens } from './support/screens/credits.ts';
import { displayScreens } from './support/screens/display.ts';
import { firstStartScreens } from './support/screens/first-start.ts';
import { loyaltyScreens } from './support/screens/loyalty.ts';
import { payScreens } from './support/screens/paying.ts';
import { refundScreens } from './support/screens/refunding.ts';
import { sellScreens } from './support/screens/selling.ts';
import { shiftScreens } from './support/screens/shifts.ts';
import { signInScreens } from './support/screens/sign-in.ts';
import { turnScreens } from './support/screens/turns.ts';
import { demoCashier, demoOwner, signInByPin } from './support/sign-in.ts';
import { startTill, type Till } from './support/start-till.ts';
import { test } from './support/test.ts';

let newTill: Till;
let demo: DemoShop;
let loyalty: LoyaltyShop;
test.beforeAll(async () => {
  [newTill, demo, loyalty] = await Promise.all([startTill(), openDemoShop(), openLoyaltyShop()]);
});
test.afterAll(() => Promise.all([newTill.remove(), demo.till.remove(), loyalty.till.remove()]));

looksAt('the first start', firstStartScreens, async () => newTill);
looksAt('signing in', signInScreens, async () => demo);
looksAt(
  'the counter',
  [...sellScreens, ...cartScreens, ...payScreens, ...creditScreens, ...refundScreens, ...shiftScreens],
  async (page) => {
    await signInByPin(page, demo.till.url, demoOwner.pin);
    return demo;
  },
);
looksAt('one person and the next', turnScreens, async (page) => {
  await signInByPin(page, demo.till.url, demoCashier.pin);
  return demo;
});
looksAt('what the customer looks at', displayScreens, async (page) => {
  await signInByPin(page, demo.till.url, demoOwner.pin);
  return demo;
});
looksAt('points and offers at the counter', loyaltyScreens, async (page) => {
  await signInByPin(page, loyalty.till.url, demoOwner.pin);
  return loyalty;
});
