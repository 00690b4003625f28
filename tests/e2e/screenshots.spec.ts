import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { openDemoShop, type DemoShop } from './support/demo-shop.ts';
import { findLayoutFaults } from './support/find-layout-faults.ts';
import { palettePng } from './support/palette-png.ts';
import { firstStartScreens, isSettled, shopScreens, signInScreens, type Screen } from './support/screens.ts';
import { demoOwner, signInByPin } from './support/sign-in.ts';
import { repository, startTill, type Till } from './support/start-till.ts';
import { expect, test, watchForFaults, type Page } from './support/test.ts';

/*
 * Every screen is opened once and looked at in both sizes and both looks. Pictures are only written where one is
 * missing, or all of them with SUKLI_SCREENSHOTS=1, so that a test run leaves the tree as it was.
 */
const folder = join(repository, 'docs', 'screenshots');
const writesAll = process.env['SUKLI_SCREENSHOTS'] === '1';
const sizes = [
  { width: 1280, height: 720 },
  { width: 1024, height: 600 },
];
const looks = ['light', 'dark'] as const;

mkdirSync(folder, { recursive: true });

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
      page = await browser.newPage({ reducedMotion: 'reduce' });
      faults = watchForFaults(page);
      shop = await begin(page);
    });
    test.afterAll(() => page.close());
    for (const screen of screens) {
      test(screen.name, async () => {
        faults.length = 0;
        await page.setViewportSize(sizes[0] ?? { width: 1280, height: 720 });
        await screen.open(page, shop);
        await lookAt(page, screen.name);
        await screen.leave?.(page);
        expect(faults).toEqual([]);
      });
    }
  });
}

async function lookAt(page: Page, name: string): Promise<void> {
  for (const size of sizes) {
    await page.setViewportSize(size);
    await isSettled(page);
    const isForeign = name === 'api-docs';
    if (!isForeign)
      expect.soft(await findLayoutFaults(page), `at ${size.width} × ${size.height}`).toEqual([]);
    for (const look of looks) {
      const file = join(folder, `${name}-${look}-${size.width}.png`);
      if (!writesAll && existsSync(file)) continue;
      await page.emulateMedia({ colorScheme: look });
      const picture = await page.screenshot({ scale: 'css', animations: 'disabled', caret: 'hide' });
      writeFileSync(file, palettePng(picture));
    }
  }
}

let newTill: Till;
let demo: DemoShop;
test.beforeAll(async () => {
  [newTill, demo] = await Promise.all([startTill(), openDemoShop()]);
});
test.afterAll(() => Promise.all([newTill.remove(), demo.till.remove()]));

looksAt('the first start', firstStartScreens, async () => newTill);
looksAt('signing in', signInScreens, async () => demo);
looksAt('the shop', shopScreens, async (page) => {
  await signInByPin(page, demo.till.url, demoOwner.pin);
  return demo;
});
