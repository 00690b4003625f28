import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { findBarriers } from './find-barriers.ts';
import { findLayoutFaults } from './find-layout-faults.ts';
import { palettePng } from './palette-png.ts';
import { isSettled, type Screen } from './screens/screen.ts';
import { repository } from './start-till.ts';
import { expect, test, watchForFaults, type Page } from './test.ts';

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
/** Swagger UI is a page of its own make: its layout and colours are not ours to change. */
const foreign = new Set(['api-docs']);

mkdirSync(folder, { recursive: true });

/** Colours are looked at in both looks, all else in the light one: it is the same in the dark. */
async function lookAt(page: Page, name: string): Promise<void> {
  const isOurs = !foreign.has(name);
  for (const size of sizes) {
    await page.setViewportSize(size);
    await isSettled(page);
    if (isOurs) expect.soft(await findLayoutFaults(page), `at ${size.width} × ${size.height}`).toEqual([]);
    await writePicture(page, `${name}-light-${size.width}.png`);
  }
  if (isOurs) expect.soft(await findBarriers(page), 'light').toEqual([]);
  await page.emulateMedia({ colorScheme: 'dark' });
  await isSettled(page);
  await writePicture(page, `${name}-dark-${sizes[1].width}.png`);
  if (isOurs) expect.soft(await findBarriers(page, { coloursAlone: true }), 'dark').toEqual([]);
  await page.setViewportSize(sizes[0]);
  await writePicture(page, `${name}-dark-${sizes[0].width}.png`);
  await page.emulateMedia({ colorScheme: 'light' });
}

async function writePicture(page: Page, name: string): Promise<void> {
  const file = join(folder, name);
  if (!writesAll && existsSync(file)) return;
  await isSettled(page);
  const picture = await page.screenshot({ scale: 'css', animations: 'disabled', caret: 'hide' });
  writeFileSync(file, palettePng(picture));
}

/** Screens follow each other on one page, as they do for a person. */
export function looksAt<Shop>(
  title: string,
  screens: readonly Screen<Shop>[],
  begin: (page: Page) => Promise<Shop>,
) {
  test.describe(title, () => {
    let page: Page;
    let shop: Shop;
    let faults: string[];
    test.beforeAll(async ({ browser }) => {
      const context = await browser.newContext({
        reducedMotion: 'reduce',
        colorScheme: 'light',
        viewport: sizes[0],
      });
      page = await context.newPage();
      faults = watchForFaults(page);
      shop = await begin(page);
    });
    test.afterAll(() => page.context().close());
    for (const screen of screens) {
      test(screen.name, async () => {
        faults.length = 0;
        await screen.open(page, shop);
        await lookAt(page, screen.name);
        await screen.leave?.(page);
        expect(faults).toEqual([]);
      });
    }
  });
}
