import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { openDemoShop, type DemoShop } from './support/demo-shop.ts';
import { findBarriers } from './support/find-barriers.ts';
import { findLayoutFaults } from './support/find-layout-faults.ts';
import { openLoyaltyShop, type LoyaltyShop } from './support/loyalty-shop.ts';
import { palettePng } from './support/palette-png.ts';
import { cartScreens } from './support/screens/carts.ts';
import { displayScreens } from './support/screens/display.ts';
import { firstStartScreens } from './support/screens/first-start.ts';
import { listScreens } from './support/screens/lists.ts';
import { loyaltyScreens } from './support/screens/loyalty.ts';
import { offerScreens } from './support/screens/offers.ts';
import { ownerScreens } from './support/screens/owner.ts';
import { payScreens } from './support/screens/paying.ts';
import { refundScreens } from './support/screens/refunding.ts';
import { isSettled, type Screen } from './support/screens/screen.ts';
import { sellScreens } from './support/screens/selling.ts';
import { shiftScreens } from './support/screens/shifts.ts';
import { signInScreens } from './support/screens/sign-in.ts';
import { turnScreens } from './support/screens/turns.ts';
import { demoCashier, demoOwner, signInByPin } from './support/sign-in.ts';
import { repository, startTill, type Till } from './support/start-till.ts';
import { expect, test, watchForFaults, type Page } from './support/test.ts';

/*
 * Every screen is opened once, and must fit both sizes, be free of barriers in both looks, and say nothing to the
 * console. Pictures are only written where one is missing, or all of them with SUKLI_SCREENSHOTS=1, so that a test run
 * leaves the tree as it was.
 */
const folder = join(repository, 'docs', 'screenshots');
const writesAll = process.env['SUKLI_SCREENSHOTS'] === '1';
const sizes = [
  { width: 1280, height: 720 },
  { width: 1024, height: 600 },
] as const;
const looks = ['light', 'dark'] as const;
/** Swagger UI is a page of its own make: its layout and colours are not ours to change. */
const foreign = new Set(['api-docs']);

mkdirSync(folder, { recursive: true });

async function lookAt(page: Page, name: string): Promise<void> {
  const isOurs = !foreign.has(name);
  for (const look of looks) {
    await page.emulateMedia({ colorScheme: look });
    for (const size of sizes) {
      await page.setViewportSize(size);
      await isSettled(page);
      if (isOurs && look === 'light')
        expect.soft(await findLayoutFaults(page), `at ${size.width} × ${size.height}`).toEqual([]);
      const file = join(folder, `${name}-${look}-${size.width}.png`);
      if (writesAll || !existsSync(file)) await writePicture(page, file);
    }
    if (isOurs) expect.soft(await findBarriers(page, { coloursAlone: look !== 'light' }), look).toEqual([]);
  }
}

async function writePicture(page: Page, file: string): Promise<void> {
  const picture = await page.screenshot({ scale: 'css', animations: 'disabled', caret: 'hide' });
  writeFileSync(file, palettePng(picture));
}

/** Screens follow each other on one page, as they do for a person. */
function looksAt<Shop>(
  title: string,
  screens: readonly Screen<Shop>[],
  begin: (page: Page) => Promise<Shop>,
) {
  test.describe(title, () => {
    let page: Page;
    let shop: Shop;
    let faults: string[];
    test.beforeAll(async ({ browser }) => {
      const context = await browser.newContext({ reducedMotion: 'reduce' });
      page = await context.newPage();
      faults = watchForFaults(page);
      shop = await begin(page);
    });
    test.afterAll(() => page.context().close());
    for (const screen of screens) {
      test(screen.name, async () => {
        faults.length = 0;
        await page.setViewportSize(sizes[0]);
        await page.emulateMedia({ colorScheme: 'light' });
        await screen.open(page, shop);
        await lookAt(page, screen.name);
        await screen.leave?.(page);
        expect(faults).toEqual([]);
      });
    }
  });
}

let newTill: Till;
let demo: DemoShop;
let loyalty: LoyaltyShop;
test.beforeAll(async () => {
  [newTill, demo, loyalty] = await Promise.all([startTill(), openDemoShop(), openLoyaltyShop()]);
});
test.afterAll(() => Promise.all([newTill.remove(), demo.till.remove(), loyalty.till.remove()]));

looksAt('the first start', firstStartScreens, async () => newTill);
looksAt('signing in', signInScreens, async () => demo);
const shopScreens = [
  ...sellScreens,
  ...cartScreens,
  ...payScreens,
  ...refundScreens,
  ...listScreens,
  ...ownerScreens,
  ...offerScreens,
  ...shiftScreens,
];
looksAt('the shop', shopScreens, async (page) => {
  await signInByPin(page, demo.till.url, demoOwner.pin);
  return demo;
});
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
