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
