import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { chromiumArguments, findChromium } from '../find-chromium.ts';
import { signInToApi, type ApiClient } from './support/api-client.ts';
import { largeCatalogue, type Catalogue, type CatalogueRow } from './support/catalogue.ts';
import { verifyBooks } from './support/commands.ts';
import { pesos } from './support/money.ts';
import { writeQrVideo } from './support/qr-video.ts';
import { scan, typeByHand } from './support/scan.ts';
import { cartLine } from './support/sell-screen.ts';
import { addProduct } from './support/shelf.ts';
import { demoOwner, sellScreenIsReady, signInByPin } from './support/sign-in.ts';
import { repository, startTill, type Till } from './support/start-till.ts';
import { expect, test, type Page } from './support/test.ts';

// The browser is told the film's name before any test runs, so the folder has a fixed one.
const folder = join(repository, 'test-results', 'first-day');
const cameraFilm = join(folder, 'camera.y4m');
const owner = { username: 'nena', password: 'mangga sa bakuran 7', pin: '4821' };

test.use({
  launchOptions: {
    executablePath: findChromium()?.path ?? '',
    args: [
      ...chromiumArguments,
      '--use-fake-device-for-media-stream',
      '--use-fake-ui-for-media-stream',
      `--use-file-for-fake-video-capture=${cameraFilm}`,
    ],
  },
});

let till: Till;
test.beforeAll(async () => {
  mkdirSync(folder, { recursive: true });
  till = await startTill();
});
test.afterAll(async () => {
  await till.remove();
  rmSync(folder, { recursive: true, force: true });
});

test('the first day of a shop, and the power fails after its first sale', async ({ page }) => {
  const catalogue = largeCatalogue(folder);
  const [first, second, third, filmed] = pickProducts(catalogue.first);
  writeQrVideo(cameraFilm, filmed.barcode);

  await test.step('the wizard opens the shop', () => setUpShop(page, till.url));
  const api = await signInToApi(till, owner);
  await test.step('100,000 products are imported, and codes are found meanwhile', async () => {
    await page.getByRole('button', { name: 'Import products' }).click();
    await startImport(page, catalogue);
    const meanwhile = await lookUpWhileImporting(api, catalogue.first);
    expect(meanwhile.lookups).toBeGreaterThan(5);
    expect(meanwhile.medianMilliseconds).toBeLessThan(300);
    await importIsDone(page);
    await expect(page.getByText(catalogue.rows.toLocaleString('en'), { exact: true })).toBeVisible();
  });

  const customer = await test.step('a customer is added at the counter', () => addCustomer(page, api));
  await test.step('the shift is opened', async () => {
    await openShift(page);
    const { shift } = await api.call<{ shift: unknown }>('GET', '/shifts/current');
    expect(shift).toMatchObject({ number: 1, floatMinor: 200_000 });
  });
  await test.step('three products are scanned, one is shown to the camera', async () => {
    for (const { barcode, name } of [first, second, third]) {
      await scan(page, barcode);
      await expect(cartLine(page, name)).toBeVisible();
    }
    await page.getByRole('button', { name: 'Scan with the camera' }).click();
    await expect(cartLine(page, filmed.name)).toBeVisible({ timeout: 20_000 });
  });
  await test.step('the customer shows her card', async () => {
    await scan(page, customer.qrCode);
    await expect(page.getByRole('button', { name: 'Change the customer: Maria Clara' })).toBeVisible();
  });

  const totalMinor = [first, second, third, filmed].reduce(
    (sum, { price }) => sum + Math.round(Number(price) * 100),
    0,
  );
  const handedOverMinor = Math.ceil(totalMinor / 100_000) * 100_000;
  const sale = await test.step('she pays in cash and gets her change', async () => {
    await page.keyboard.press('F9');
    await expect(page.getByTestId('left-to-pay')).toHaveText(pesos(totalMinor));
    await page.getByLabel('Cash received').fill(String(handedOverMinor / 100));
    await page.keyboard.press('Enter');
    await expect(page.getByText('Sale stored')).toBeVisible();
    await expect(page.getByTestId('change-due')).toHaveText(pesos(handedOverMinor - totalMinor));
    const receipt = page.getByRole('region', { name: 'Receipt' });
    for (const { name } of [first, second, third, filmed]) await expect(receipt).toContainText(name);
    await expect(receipt).toContainText('Nena’s Tindahan');
    const orders = await api.call<{ items: Order[]; total: number }>('GET', '/orders');
    expect(orders.total).toBe(1);
    return only(orders.items);
  });

  await test.step('the power fails, and the till is started again', async () => {
    await till.kill();
    await till.startAgain();
  });

  await test.step('the sale, its points, its stock and its receipt are there', async () => {
    await page.goto(till.url);
    await sellScreenIsReady(page);
    await page.goto(`${till.url}/sales/${sale.id}`);
    await expect(page.getByText(sale.receiptNumber).first()).toBeVisible();
    await expect(page.getByText(pesos(totalMinor)).first()).toBeVisible();
    const again = await signInToApi(till, owner);
    const stored = await again.call<Order>('GET', `/orders/${sale.id}`);
    expect(stored).toMatchObject({ totalMinor, changeMinor: handedOverMinor - totalMinor });
    const buyer = await again.call<Customer>('GET', `/customers/${customer.id}`);
    expect(buyer.pointsBalance).toBe(stored.pointsEarned);
    expect(buyer).toMatchObject({ visits: 1, spentMinor: totalMinor });
    expect(stored.pointsEarned).toBeGreaterThan(0);
    for (const { barcode } of [first, second, third, filmed]) {
      const found = await again.call<{ product: { onHandMilli: number } }>('GET', `/lookup/${barcode}`);
      expect(found.product.onHandMilli).toBe(-1000);
    }
    const paper = await again.call<{ blocks: unknown[] }>('GET', `/orders/${sale.id}/receipt`);
    expect(JSON.stringify(paper.blocks)).toContain(sale.receiptNumber);
  });

  await test.step('the books are whole', () => {
    const verified = verifyBooks(till.dataDir);
    expect(verified.said).toContain('All is well');
    expect(verified.exitCode).toBe(0);
  });
});

test('the till sells while 100,000 products are imported', async ({ page, context }) => {
  const catalogue = largeCatalogue(folder);
  const shop = await startTill({ demo: true });
  try {
    const api = await signInToApi(shop, demoOwner);
    const bread = await addProduct(api, 'Pan de sal', 600);
    const before = (await api.call<{ total: number }>('GET', '/orders?limit=1')).total;
    await signInByPin(page, shop.url, demoOwner.pin);
    const counter = await context.newPage();
    await counter.goto(shop.url);
    await sellScreenIsReady(counter);
    await page.goto(`${shop.url}/products/import`);
    await startImport(page, catalogue);
    await counter.bringToFront();
    let sold = 0;
    for (; (await newestImport(api)).state === 'applying' && sold < 5; sold += 1) {
      await scan(counter, bread.barcode);
      await expect(counter.getByTestId('total')).toHaveText(pesos(600));
      await counter.keyboard.press('F10');
      await expect(counter.getByText('Sale stored')).toBeVisible();
      await counter.keyboard.press('Enter');
      await sellScreenIsReady(counter);
    }
    expect(sold).toBeGreaterThan(0);
    await importIsDone(page);
    expect(await newestImport(api)).toMatchObject({ state: 'done', rowsApplied: catalogue.rows });
    expect((await api.call<{ total: number }>('GET', '/orders?limit=1')).total).toBe(before + sold);
  } finally {
    await shop.remove();
  }
});

type ImportState = { state: string; rowsApplied: number };

/** Chooses the file, waits for the dry run, and starts the import. */
async function startImport(page: Page, { file, rows }: Catalogue): Promise<void> {
  await page.locator('input[type=file]').setInputFiles(file);
  await expect(page.getByRole('progressbar')).toBeVisible();
  const apply = page.getByRole('button', { name: `Import ${rows.toLocaleString('en')} rows` });
  await apply.click({ timeout: 60_000 });
  await expect(page.getByRole('progressbar')).toHaveAttribute(
    'aria-valuetext',
    /^[1-9][\d,]* of [\d,]+ rows$/,
  );
}

async function importIsDone(page: Page): Promise<void> {
  await expect(page.getByRole('heading', { name: /was imported$/ })).toBeVisible({ timeout: 90_000 });
}

async function newestImport(api: ApiClient): Promise<ImportState> {
  const { items } = await api.call<{ items: ImportState[] }>('GET', '/product-imports');
  return items[0] ?? { state: 'none', rowsApplied: 0 };
}

/** What a scanner at the counter would ask for, over and over, as long as the import runs. */
async function lookUpWhileImporting(api: ApiClient, rows: readonly CatalogueRow[]) {
  const took: number[] = [];
  while ((await newestImport(api)).state === 'applying') {
    const row = rows[took.length % rows.length];
    const askedAt = performance.now();
    const { status } = await api.ask('GET', `/lookup/${row?.barcode}`);
    took.push(performance.now() - askedAt);
    expect([200, 404]).toContain(status);
  }
  took.sort((one, other) => one - other);
  return { lookups: took.length, medianMilliseconds: took[Math.floor(took.length / 2)] ?? 0 };
}

type Order = {
  id: string;
  receiptNumber: string;
  totalMinor: number;
  changeMinor: number;
  pointsEarned: number;
};
type Customer = { id: string; qrCode: string; pointsBalance: number; visits: number; spentMinor: number };

async function setUpShop(page: Page, url: string): Promise<void> {
  await page.goto(url);
  await expect(page.getByRole('heading', { name: 'Your shop' })).toBeVisible();
  await page.getByLabel('Name of the shop').fill('Nena’s Tindahan');
  await page.getByRole('button', { name: 'Next' }).click();
  await expect(page.getByLabel('Rate in percent')).toHaveValue('12');
  await page.getByRole('button', { name: 'Next' }).click();
  await page.getByLabel('Your name').fill('Nena Cruz');
  await page.getByLabel('User name').fill(owner.username);
  await page.getByLabel('Password', { exact: true }).fill(owner.password);
  await page.getByLabel('The same password again').fill(owner.password);
  await page.getByLabel('PIN for the till').fill(owner.pin);
  await page.getByRole('button', { name: 'Next' }).click();
  await expect(page.getByText('Nena’s Tindahan, Philippines')).toBeVisible();
  await page.getByRole('button', { name: 'Open the shop' }).click();
  await expect(page.getByRole('heading', { name: 'Sell', exact: true })).toBeAttached();
  await expect(page.getByText('There are no products yet.')).toBeVisible();
}

async function addCustomer(page: Page, api: ApiClient): Promise<Customer> {
  await page.goto(`${till.url}/sell`);
  await sellScreenIsReady(page);
  await page.keyboard.press('F3');
  await page.getByRole('button', { name: 'Add a new customer' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Name').fill('Maria Clara');
  await dialog.getByLabel('Phone').fill('0917 555 0142');
  await page.getByRole('button', { name: 'Add to this sale' }).click();
  await expect(dialog).toBeHidden();
  await page.getByRole('button', { name: 'Take Maria Clara off this sale' }).click();
  const found = await api.call<{ items: Customer[] }>('GET', '/customers?search=Maria');
  return only(found.items);
}

async function openShift(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'No shift open' }).click();
  await expect(page.getByLabel('Float in the drawer')).toBeFocused();
  await typeByHand(page, '2000');
  await expect(page.getByLabel('Float in the drawer')).toHaveValue('2000');
  await page.getByRole('dialog').getByRole('button', { name: 'Open the shift' }).click();
  await expect(page.getByText(/Shift 1 open since/)).toBeVisible();
  await expect(page.getByRole('dialog')).toBeHidden();
}

/** Four products of different names, so that each line is told apart. */
function pickProducts<Row extends { name: string }>(rows: readonly Row[]): [Row, Row, Row, Row] {
  const [one, two, three, four] = rows.filter(
    ({ name }) => rows.filter((other) => other.name.includes(name)).length === 1,
  );
  if (one === undefined || two === undefined || three === undefined || four === undefined)
    throw new Error('The catalogue has too few products to pick from.');
  return [one, two, three, four];
}

function only<Item>(items: readonly Item[]): Item {
  expect(items).toHaveLength(1);
  return items[0] as Item;
}
