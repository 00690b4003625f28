import { signInToApi, type ApiClient } from './support/api-client.ts';
import { emptyHands } from './support/empty-hands.ts';
import { leaveTill } from './support/leave-till.ts';
import { scanIntoEach, scanPlaces } from './support/scan-places.ts';
import { scan, typeByHand } from './support/scan.ts';
import { cartLine } from './support/sell-screen.ts';
import { addProduct, type ShelfProduct } from './support/shelf.ts';
import { demoCashier, demoOwner, signInByPin } from './support/sign-in.ts';
import { startTill, type Till } from './support/start-till.ts';
import { expect, test, type Page } from './support/test.ts';

let till: Till;
let api: ApiClient;
let soap: ShelfProduct;
test.beforeAll(async () => {
  till = await startTill({ demo: true });
  api = await signInToApi(till, demoOwner);
  soap = await addProduct(api, 'Perla laundry soap', 2_350);
});
test.afterAll(() => till.remove());

const fields = (page: Page) =>
  page
    .getByRole('dialog')
    .last()
    .locator('input, textarea')
    .evaluateAll((all) => all.map((field) => (field as HTMLInputElement).value));

for (const [key, what] of [
  ['F1', 'the keys'],
  ['F4', 'hold'],
  ['F6', 'recall'],
  ['F7', 'quantity'],
  ['F8', 'discount'],
  ['Control+u', 'the line'],
  ['Control+p', 'the price'],
  ['Control+k', 'the note'],
  ['Control+o', 'another item'],
  ['Control+e', 'why this price'],
  ['Control+i', 'a gift card'],
] as const) {
  test(`a scan types nothing into the dialog of ${what}`, async ({ page }) => {
    await signInByPin(page, till.url, demoOwner.pin);
    await scan(page, soap.barcode);
    await expect(cartLine(page, soap.name)).toBeVisible();
    await page.keyboard.press(key);
    await expect(page.getByRole('dialog')).toBeVisible();
    const before = await fields(page);
    await scan(page, '4006381333931');
    await expect(page.getByText(/4006381333931/).first()).toBeVisible();
    expect(await fields(page)).toEqual(before);
  });
}

for (const [keys, what] of [
  [['F9'], 'what is paid'],
  [['F9', 'Alt+2'], 'a card'],
  [['F9', 'Alt+5'], 'a gift card to pay with'],
] as const) {
  test(`a scan types no amount where ${what} is taken`, async ({ page }) => {
    await signInByPin(page, till.url, demoOwner.pin);
    await scan(page, soap.barcode);
    await expect(cartLine(page, soap.name)).toBeVisible();
    for (const key of keys) await page.keyboard.press(key);
    const amounts = page.locator('input[inputmode=decimal], input[inputmode=numeric]');
    const before = await amounts.evaluateAll((all) => all.map((each) => (each as HTMLInputElement).value));
    await scan(page, '4006381333931');
    await expect(page.getByText(/4006381333931/).first()).toBeVisible();
    expect(await amounts.evaluateAll((all) => all.map((each) => (each as HTMLInputElement).value))).toEqual(
      before,
    );
  });
}

test('a scan types nothing into any field of any page or dialog, and sends none of them', async ({
  page,
}) => {
  await emptyHands(till.url, demoOwner.pin);
  await signInByPin(page, till.url, demoOwner.pin);
  for (const { what, open } of await scanPlaces(till, api)) {
    await test.step(what, async () => {
      await leaveTill(page, till.url);
      await open(page, soap);
      await scanIntoEach(page, what);
    });
  }
});

test('a scan types nothing where a manager’s PIN is asked, nor where a cart changes hands', async ({
  page,
}) => {
  const byManager = { within: 'manager', limit: null, beyond: 'manager' };
  await api.call('PATCH', '/settings', { acts: { 'remove-line': byManager } });
  await emptyHands(till.url, demoOwner.pin);
  await signInByPin(page, till.url, demoCashier.pin);
  await scan(page, soap.barcode);
  await expect(cartLine(page, soap.name)).toBeVisible();
  await page.keyboard.press('Delete');
  await expect(page.getByRole('dialog', { name: 'A manager has to approve this' })).toBeVisible();
  await scanIntoEach(page, 'approval');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+l');
  await typeByHand(page, demoOwner.pin);
  await page.keyboard.press('Enter');
  const handOver = page.getByRole('dialog', { name: 'This is the cart of Carlo Cashier' });
  await expect(handOver).toBeVisible();
  await scan(page, soap.barcode);
  await expect(page.getByText(soap.barcode).first()).toBeVisible();
  await expect(handOver).toBeVisible();
});

test('a scan types nothing where a password is asked', async ({ page }) => {
  await page.goto(`${till.url}/sign-in`);
  await page.getByRole('tab', { name: 'With password' }).click();
  await page.getByLabel('User name').fill('owner');
  await scanIntoEach(page, 'sign-in');
});

test('a scan types nothing where a PIN is asked', async ({ page }) => {
  await page.goto(till.url);
  const pin = page.getByLabel('PIN', { exact: true });
  await expect(pin).toBeFocused();
  await scan(page, soap.barcode);
  await expect(pin).toHaveValue('');
});

test('three scans teach the scanner, what differs teaches nothing, a hand is told from it', async ({
  page,
}) => {
  await signInByPin(page, till.url, demoOwner.pin);
  await page.goto(`${till.url}/settings/scanner`);
  await page.getByRole('button', { name: 'Start teaching' }).click();
  await typeByHand(page, '4006381333931', { gap: 95 });
  await page.keyboard.press('Enter');
  await expect(page.getByText(/typed by hand/)).toBeVisible();
  for (const code of [soap.barcode, soap.barcode, '4006381333931']) await scan(page, code);
  await expect(page.getByText(/The scans were not the same/)).toBeVisible();
  for (let number = 1; number <= 3; number += 1) await scan(page, `F#${soap.barcode}`);
  await expect(page.getByText(/^Learned from/)).toContainText('“F#” before the code');
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(page.getByText('Saved: Scanner.')).toBeVisible();
  await scan(page, `F#${soap.barcode}`);
  await expect(page.getByText(`Scanned: ${soap.barcode}`)).toBeVisible();
  await scan(page, '12345');
  await expect(page.getByText(/^Scan again/)).toBeVisible();
  await page.getByRole('button', { name: 'Back to the standard' }).click();
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(page.getByLabel('Sent before each code')).toHaveValue('');
});
