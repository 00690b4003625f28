import { signInToApi, type ApiClient } from './support/api-client.ts';
import { pesos } from './support/money.ts';
import { scan, typeByHand } from './support/scan.ts';
import { cartLine, cartLines } from './support/sell-screen.ts';
import { addProduct, type ShelfProduct } from './support/shelf.ts';
import { demoOwner, sellScreenIsReady, signInByPin } from './support/sign-in.ts';
import { startTill, type Till } from './support/start-till.ts';
import { expect, test, type Page } from './support/test.ts';

type Cart = { id: string; state: string; name: string; totalMinor: number };

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

const carts = async () => (await api.call<{ items: Cart[] }>('GET', '/carts')).items;

async function ringUp(page: Page, ...products: ShelfProduct[]): Promise<void> {
  for (const { barcode, name } of products) {
    await scan(page, barcode);
    await expect(cartLine(page, name)).toBeVisible();
  }
}

async function hold(page: Page): Promise<void> {
  await page.keyboard.press('F4');
  await expect(page.getByRole('dialog', { name: 'Hold this cart' }).getByLabel('Name')).toBeFocused();
  await page.keyboard.press('Enter');
}

test('by keys alone: hold, ring up another, recall, pay', async ({ page }) => {
  await signInByPin(page, till.url, demoOwner.pin);
  await ringUp(page, soap, rice);
  await page.keyboard.press('F4');
  const holding = page.getByRole('dialog', { name: 'Hold this cart' });
  await expect(holding.getByLabel('Name')).toHaveValue(/^Cart \d/);
  await expect(holding.getByLabel('Name')).toBeFocused();
  await typeByHand(page, 'Blue shirt');
  await page.keyboard.press('Enter');
  await expect(page.getByText('The cart is empty.')).toBeVisible();
  expect(await carts()).toMatchObject([{ state: 'parked', name: 'Blue shirt', totalMinor: 31_250 }]);

  await ringUp(page, soap);
  await page.keyboard.press('F6');
  const recall = page.getByRole('dialog', { name: 'Recall a cart' });
  await expect(recall).toContainText('The cart in hand is put on hold first.');
  await expect(recall.getByRole('combobox')).toBeFocused();
  await typeByHand(page, 'blue');
  await expect(recall.getByRole('option')).toHaveCount(1);
  await expect(recall.getByRole('region', { name: 'What is in it' })).toContainText(rice.name);
  await page.keyboard.press('Enter');
  await expect(page.getByTestId('total')).toHaveText(pesos(31_250));
  await page.keyboard.press('F10');
  await expect(page.getByText('Sale stored')).toBeVisible();
  await page.keyboard.press('Enter');
  expect(await carts()).toMatchObject([{ state: 'parked', totalMinor: 2_350 }]);

  await page.keyboard.press('F6');
  await expect(recall.getByRole('option')).toHaveCount(1);
  await page.keyboard.press('Delete');
  await page.getByRole('button', { name: 'Throw away', exact: true }).last().press('Enter');
  await expect(recall.getByText('No cart is on hold.')).toBeVisible();
  expect(await carts()).toEqual([]);
});

test('by touch alone: hold and recall', async ({ browser }) => {
  const context = await browser.newContext({ hasTouch: true, viewport: { width: 1024, height: 600 } });
  const page = await context.newPage();
  await signInByPin(page, till.url, demoOwner.pin);
  await page
    .getByRole('button', { name: /Pandesal/ })
    .first()
    .tap();
  await expect(cartLines(page)).toHaveCount(1);
  await page.getByRole('button', { name: /^Hold/ }).tap();
  await page.getByRole('dialog').getByRole('button', { name: 'Hold' }).tap();
  await expect(page.getByText('The cart is empty.')).toBeVisible();
  await page.getByRole('button', { name: /^Recall \(1\)/ }).tap();
  await page.getByRole('option').tap();
  await page.getByRole('dialog').getByRole('button', { name: 'Recall' }).tap();
  await expect(cartLines(page)).toHaveCount(1);
  await context.close();
});

test('a reload brings the cart back without a word', async ({ page }) => {
  await signInByPin(page, till.url, demoOwner.pin);
  await ringUp(page, soap, rice);
  await expect.poll(carts).toMatchObject([{ totalMinor: 31_250 }]);
  await page.reload();
  await expect(cartLine(page, soap.name)).toBeVisible();
  await expect(cartLine(page, rice.name)).toBeVisible();
  await expect(page.getByRole('dialog')).toHaveCount(0);
});

test('what is done before the kept cart is back is done to that cart', async ({ page }) => {
  await signInByPin(page, till.url, demoOwner.pin);
  await ringUp(page, rice);
  await expect.poll(carts).toMatchObject([{ totalMinor: 28_900 }]);
  const answered = Promise.withResolvers<void>();
  await page.route('**/api/v1/carts', async (route) => {
    await answered.promise;
    await route.continue();
  });
  await page.reload();
  await sellScreenIsReady(page);
  await scan(page, soap.barcode);
  await page.keyboard.press('F3');
  await page.getByRole('dialog').getByRole('combobox').fill('Cruz');
  await page.getByRole('option', { name: /Cruz/ }).first().click();
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await page.keyboard.press('F9');
  answered.resolve();
  await expect(page.getByTestId('left-to-pay')).toHaveText(pesos(31_250));
  await page.keyboard.press('Escape');
  await expect(cartLine(page, rice.name)).toBeVisible();
  await expect(cartLine(page, soap.name)).toBeVisible();
  await expect(page.getByRole('button', { name: /Cruz/ }).first()).toBeVisible();
  await expect.poll(carts).toMatchObject([{ totalMinor: 31_250 }]);
});

test('the power fails under a cart and a held one: both are there again', async ({ browser }) => {
  const before = await browser.newContext();
  const page = await before.newPage();
  await signInByPin(page, till.url, demoOwner.pin);
  await ringUp(page, rice);
  await hold(page);
  await expect(page.getByText('The cart is empty.')).toBeVisible();
  await ringUp(page, soap, soap);
  await page.keyboard.press('F9');
  await page.getByLabel('Cash received').fill('20');
  const kept = page.waitForResponse(
    (answer) =>
      answer.url().includes('/carts/') && /:2000[,}]/.test(answer.request().postData() ?? '') && answer.ok(),
  );
  await page.keyboard.press('Enter');
  await expect(page.getByRole('region', { name: 'Taken so far' })).toContainText('Cash');
  await kept;
  await expect.poll(async () => (await carts()).map(({ totalMinor }) => totalMinor)).toEqual([4_700, 28_900]);
  await till.kill();
  await before.close();
  await till.startAgain();
  api = await signInToApi(till, demoOwner);

  const after = await browser.newContext();
  const again = await after.newPage();
  await again.goto(till.url);
  await again.getByLabel('PIN', { exact: true }).waitFor();
  await typeByHand(again, demoOwner.pin);
  await again.keyboard.press('Enter');
  const left = again.getByRole('dialog', { name: 'A cart was left behind' });
  await expect(left).toContainText(soap.name);
  await again.keyboard.press('Enter');
  await expect(again.getByTestId('total')).toHaveText(pesos(2_700));
  await expect(left).toBeHidden();
  await again.keyboard.press('F9');
  await expect(again.getByTestId('left-to-pay')).toHaveText(pesos(2_700));
  await again.keyboard.press('Enter');
  await expect(again.getByText('Sale stored')).toBeVisible();
  await again.keyboard.press('Enter');
  await sellScreenIsReady(again);
  await again.keyboard.press('F6');
  await expect(again.getByRole('option')).toHaveCount(1);
  await again.keyboard.press('Enter');
  await expect(cartLine(again, rice.name)).toBeVisible();
  await after.close();
});

test('of two screens that recall the same cart the second is told', async ({ page, context }) => {
  await signInByPin(page, till.url, demoOwner.pin);
  await ringUp(page, soap);
  await hold(page);
  const other = await context.newPage();
  await other.goto(`${till.url}/sell`);
  await sellScreenIsReady(other);
  await other.keyboard.press('F6');
  await expect(other.getByRole('option')).toHaveCount(1);
  await page.bringToFront();
  await page.keyboard.press('F6');
  await expect(page.getByRole('option')).toHaveCount(1);
  await page.keyboard.press('Enter');
  await expect(cartLine(page, soap.name)).toBeVisible();
  await other.bringToFront();
  await other.keyboard.press('Enter');
  await expect(other.getByText('Another screen has this cart in hand.')).toBeVisible();
  await other.close();
});
