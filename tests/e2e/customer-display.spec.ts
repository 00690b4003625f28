import { openCustomerDisplay } from './support/customer-display.ts';
import { findBarriers } from './support/find-barriers.ts';
import { findLayoutFaults } from './support/find-layout-faults.ts';
import { signInToApi, type ApiClient } from './support/api-client.ts';
import { pesos } from './support/money.ts';
import { scan } from './support/scan.ts';
import { addProduct, type ShelfProduct } from './support/shelf.ts';
import { demoOwner, sellScreenIsReady, signInByPin } from './support/sign-in.ts';
import { startTill, type Till } from './support/start-till.ts';
import { expect, test, watchForFaults, type Page } from './support/test.ts';

let till: Till;
let api: ApiClient;
let soap: ShelfProduct;
let rice: ShelfProduct;

test.beforeAll(async () => {
  till = await startTill({ demo: true });
  api = await signInToApi(till, demoOwner);
  soap = await addProduct(api, 'Perla laundry soap', 2_350);
  rice = await addProduct(api, 'Sinandomeng rice 5 kg', 28_900);
});
test.afterAll(() => till.remove());

const items = (display: Page) => display.getByRole('region', { name: 'Your items' }).getByRole('listitem');
const amount = (display: Page) => display.getByTestId('amount');

test('a sale as its customer sees it: items, total, to pay, change, the receipt’s code', async ({ page }) => {
  await signInByPin(page, till.url, demoOwner.pin);
  const display = await openCustomerDisplay(page);
  const faults = watchForFaults(display);
  await expect(display.getByText('Welcome').first()).toBeVisible();
  await scan(page, soap.barcode);
  await expect(items(display)).toHaveText([/Perla laundry soap\s*₱23.50/]);
  await scan(page, soap.barcode);
  await expect(items(display)).toContainText(['2 × ₱23.50']);
  await scan(page, rice.barcode);
  await expect(items(display)).toHaveCount(2);
  await expect(amount(display)).toHaveText(pesos(33_600));
  await expect(display.getByRole('status')).toHaveText('Sinandomeng rice 5 kg, ₱289.00. Total ₱336.00.');
  await page.keyboard.press('F9');
  await expect(display.getByText('To pay', { exact: true })).toBeVisible();
  await page.getByLabel('Cash received').fill('100');
  await page.keyboard.press('Enter');
  await expect(amount(display)).toHaveText(pesos(23_600));
  await expect(display.getByText('Paid so far')).toBeVisible();
  await page.waitForTimeout(450);
  await page.getByLabel('Cash received').fill('500');
  await page.keyboard.press('Enter');
  await expect(display.getByText('Thank you', { exact: true })).toBeVisible();
  await expect(amount(display)).toHaveText(pesos(26_400));
  await expect(display.getByText(/^Receipt S\d+-T\d+-A-\d+$/)).toBeVisible();
  await expect(display.locator('figure svg path')).toBeVisible();
  await expect(page.getByText('Sale stored')).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(page.getByText('Last change')).toBeVisible();
  await expect(display.getByText('Your change')).toBeVisible();
  await scan(page, soap.barcode);
  await expect(amount(display)).toHaveText(pesos(2_350));
  expect(faults).toEqual([]);
});

test('it asks the engine for nothing, and has its cart again after either window was loaded again', async ({
  page,
}) => {
  await signInByPin(page, till.url, demoOwner.pin);
  await scan(page, rice.barcode);
  const display = await page.context().newPage();
  const asked: string[] = [];
  display.on('request', (request) => {
    if (request.url().includes('/api/')) asked.push(request.url());
  });
  await display.goto(`${till.url}/display`);
  await expect(amount(display)).toHaveText(pesos(rice.priceMinor));
  await display.reload();
  await expect(items(display)).toHaveCount(1);
  await page.reload();
  await sellScreenIsReady(page);
  await scan(page, soap.barcode);
  await expect(items(display)).toHaveText([new RegExp(rice.name), new RegExp(soap.name)]);
  expect(asked).toEqual([]);
});

test('whoever locks the till takes the cart off the display', async ({ page }) => {
  await signInByPin(page, till.url, demoOwner.pin);
  const display = await openCustomerDisplay(page);
  await scan(page, soap.barcode);
  await expect(items(display)).toHaveCount(1);
  await page.keyboard.press('Control+l');
  await expect(page.getByLabel('PIN', { exact: true })).toBeVisible();
  await expect(display.getByText('Welcome').first()).toBeVisible();
  await expect(items(display)).toHaveCount(0);
});

test('it opens from the menu by touch, and fits a tablet held upright', async ({ page }) => {
  await signInByPin(page, till.url, demoOwner.pin);
  await page.getByRole('button', { name: 'Menu', exact: true }).click();
  const [display] = await Promise.all([
    page.context().waitForEvent('page'),
    page.getByRole('button', { name: 'Customer display' }).click(),
  ]);
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await display.setViewportSize({ width: 800, height: 1280 });
  await scan(page, rice.barcode);
  await expect(items(display)).toHaveCount(1);
  expect(await findLayoutFaults(display)).toEqual([]);
  expect(await findBarriers(display)).toEqual([]);
});

test('with no till beside it the display says what it waits for', async ({ page }) => {
  await page.goto(`${till.url}/display`);
  await expect(page.getByText('What you buy is shown here once somebody signs in')).toBeVisible();
});
