import type { Page } from '@playwright/test';
import { writeEmbeddedCode } from '../../shared/domain/embedded-barcode.ts';
import { signInToApi, type ApiClient } from './support/api-client.ts';
import { pesos } from './support/money.ts';
import { scan, typeByHand } from './support/scan.ts';
import { cartLine, cartLines } from './support/sell-screen.ts';
import { addProduct, type ShelfProduct } from './support/shelf.ts';
import { demoCashier, demoOwner, sellScreenIsReady, signInByPin } from './support/sign-in.ts';
import { startTill, type Till } from './support/start-till.ts';
import { expect, test } from './support/test.ts';

let till: Till;
let api: ApiClient;
let soap: ShelfProduct;
let oil: ShelfProduct;

type Sold = { items: { id: string }[] };
type Line = Record<string, unknown>;

test.beforeAll(async () => {
  till = await startTill({ demo: true });
  api = await signInToApi(till, demoOwner);
  soap = await addProduct(api, 'Perla laundry soap', 10_000);
  oil = await addProduct(api, 'Coconut oil', 20_000);
});
test.afterAll(() => till.remove());

const total = (page: Page) => page.getByTestId('total');
const dialog = (page: Page, name: string) => page.getByRole('dialog', { name });

async function lastSale(): Promise<{ discountMinor: number; totalMinor: number; lines: Line[] }> {
  const { items } = await api.call<Sold>('GET', '/orders?limit=1');
  return api.call('GET', `/orders/${items[0]?.id}`);
}

async function approve(page: Page, press: (text: string) => Promise<void>): Promise<void> {
  await expect(dialog(page, 'A manager has to approve this')).toBeVisible();
  await press(demoOwner.pin);
}

test('by keys alone: discounts, a price, a note, an ad-hoc item, and all of it undone', async ({ page }) => {
  await signInByPin(page, till.url, demoCashier.pin);
  await scan(page, soap.barcode);
  await scan(page, oil.barcode);
  await expect(cartLines(page)).toHaveCount(2);

  const percent = page.getByLabel('Percent off');
  await page.keyboard.press('F8');
  await expect(percent).toBeFocused();
  await typeByHand(page, '5');
  await expect(dialog(page, 'Discount')).toContainText(pesos(19_000));
  await page.keyboard.press('Enter');
  await expect(cartLine(page, oil.name)).toContainText('−10.00 discount');

  await page.keyboard.press('F8');
  await expect(percent).toBeFocused();
  await page.keyboard.press('F8');
  await expect(percent).toBeFocused();
  await typeByHand(page, '50');
  await expect(dialog(page, 'Discount')).toContainText('A manager will be asked');
  await page.keyboard.press('Enter');
  await expect(page.getByText('Choose or write why.')).toBeVisible();
  await page.getByPlaceholder('or another one').focus();
  await typeByHand(page, 'Opening day');
  await page.keyboard.press('Enter');
  await approve(page, async (pin) => {
    await typeByHand(page, pin);
    await page.keyboard.press('Enter');
  });
  await expect(total(page)).toHaveText(pesos(14_500));
  await page.keyboard.press('Control+z');
  await expect(total(page)).toHaveText(pesos(29_000));

  await page.keyboard.press('Control+k');
  await expect(dialog(page, 'Note').getByRole('textbox')).toBeFocused();
  await typeByHand(page, 'gift');
  await page.keyboard.press('Enter');
  await expect(cartLine(page, oil.name)).toContainText('gift');

  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('Control+p');
  await expect(page.getByLabel('New price of one')).toBeFocused();
  await typeByHand(page, '90');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Space');
  await page.keyboard.press('Control+Enter');
  await page.getByLabel('New price of one').focus();
  await page.keyboard.press('Enter');
  await approve(page, async (pin) => {
    await typeByHand(page, pin);
    await page.keyboard.press('Enter');
  });
  await expect(cartLine(page, soap.name)).toContainText('90.00 each instead of 100.00');

  await page.keyboard.press('Control+o');
  await expect(page.getByLabel('What it is')).toBeFocused();
  await typeByHand(page, 'Gift wrapping');
  await page.keyboard.press('Tab');
  await typeByHand(page, '25');
  await page.keyboard.press('Enter');
  await expect(cartLine(page, 'Gift wrapping')).toBeVisible();
  await expect(total(page)).toHaveText(pesos(30_500));

  await page.keyboard.press('Control+e');
  await expect(dialog(page, 'Why this price')).toContainText('Discounts on lines');
  await page.keyboard.press('Escape');
  await page.keyboard.press('F10');
  await expect(page.getByText('Sale stored')).toBeVisible();
  expect(await lastSale()).toMatchObject({
    totalMinor: 30_500,
    discountMinor: 1_000,
    lines: [
      { listPriceMinor: 10_000, unitPriceMinor: 9_000, priceReason: 'Damaged' },
      { lineDiscountMinor: 1_000, note: 'gift' },
      { kind: 'ad-hoc', name: 'Gift wrapping', totalMinor: 2_500 },
    ],
  });
});

test('a label with a price sells exactly that price, and one with a weight its grams', async ({ page }) => {
  await signInByPin(page, till.url, demoCashier.pin);
  const rule = { itemDigits: 5, valueDigits: 5 };
  await scan(page, writeEmbeddedCode({ ...rule, prefix: '21', value: 'price' }, '40092', 3_333));
  await expect(total(page)).toHaveText(pesos(3_333));
  await scan(page, writeEmbeddedCode({ ...rule, prefix: '22', value: 'weight' }, '40092', 1_530));
  await expect(cartLines(page)).toHaveCount(2);
  await expect(total(page)).toHaveText(pesos(3_333 + 14_076));
  await page.keyboard.press('F10');
  await expect(page.getByText('Sale stored')).toBeVisible();
  expect(await lastSale()).toMatchObject({ lines: [{ grossMinor: 3_333 }, { quantityMilli: 1_530 }] });
});

test.describe('on a small touch screen', () => {
  test.use({ hasTouch: true, viewport: { width: 1024, height: 600 } });

  test('by touch alone: press a line, discount it, ask a manager', async ({ page }) => {
    await page.goto(`${till.url}/sign-in`);
    for (const digit of demoCashier.pin) await page.getByRole('button', { name: digit, exact: true }).tap();
    await page.getByRole('button', { name: /^Sign in/ }).tap();
    await sellScreenIsReady(page);
    await page
      .getByRole('button', { name: /Pandesal/ })
      .first()
      .tap();
    await expect(cartLines(page)).toHaveCount(1);
    await cartLines(page).first().locator('button[aria-pressed]').tap();
    await page
      .getByRole('dialog')
      .getByRole('button', { name: /^Discount/ })
      .tap();
    await page.getByRole('button', { name: '20 %' }).tap();
    await page.getByRole('button', { name: 'Short date' }).tap();
    await page.getByRole('button', { name: /^Give the discount/ }).tap();
    await approve(page, async (pin) => {
      const pad = dialog(page, 'A manager has to approve this');
      for (const digit of pin) await pad.getByRole('button', { name: digit, exact: true }).tap();
      await pad.getByRole('button', { name: /^Approve/ }).tap();
    });
    await expect(cartLines(page).first()).toContainText('discount');
    await page.getByRole('button', { name: /^Exact cash/ }).tap();
    await expect(page.getByText('Sale stored')).toBeVisible();
    expect(await lastSale()).toMatchObject({ lines: [{ discountReason: 'Short date' }] });
  });
});
