import { expect, test } from './support/test.ts';
import { openDemoShop, type DemoShop } from './support/demo-shop.ts';
import { typeByHand } from './support/scan.ts';
import { demoOwner, sellScreenIsReady, signInByPin } from './support/sign-in.ts';

let shop: DemoShop;
test.beforeAll(async () => {
  shop = await openDemoShop();
  await shop.api.call('PATCH', '/settings', { credit: { onAccount: true }, counter: { tips: true } });
});
test.afterAll(() => shop.till.remove());

test('a gift card is sold, and pays a part of a sale beside cash and a tip', async ({ page }) => {
  await signInByPin(page, shop.till.url, demoOwner.pin);
  await page.keyboard.press('Control+i');
  await page.getByLabel('Amount on the card').fill('20');
  await page.keyboard.press('Enter');
  await page.keyboard.press('F10');
  const code = (await page.getByText(/^GC1-/).textContent()) ?? '';
  expect(code).toMatch(/^GC1(-[0-9A-Z]{4}){4}$/);
  await page.keyboard.press('Enter');

  await page.getByRole('button', { name: shop.product.name }).first().click();
  await page.keyboard.press('F9');
  await expect(page.getByTestId('left-to-pay')).toBeVisible();
  await page.keyboard.press('Alt+8');
  await page.getByLabel('Amount', { exact: true }).fill('5');
  await page.keyboard.press('Enter');
  await expect(page.getByTestId('left-to-pay')).toHaveText('₱60.00');
  await page.keyboard.press('Alt+5');
  await typeByHand(page, code);
  await page.keyboard.press('Enter');
  await expect(page.getByText('₱20.00 on it')).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(page.getByTestId('left-to-pay')).toHaveText('₱40.00');
  await page.getByLabel('Cash received').fill('50');
  // A press right after a part was taken is meant for that part.
  await page.waitForTimeout(500);
  await page.keyboard.press('Enter');
  await expect(page.getByTestId('change-due')).toHaveText('₱10.00');
  await page.keyboard.press('Enter');
  await sellScreenIsReady(page);

  const { balanceMinor } = await shop.api.call<{ balanceMinor: number }>('GET', `/gift-cards/${code}`);
  expect(balanceMinor).toBe(0);
});

test('a customer takes goods on account and pays them off', async ({ page }) => {
  await signInByPin(page, shop.till.url, demoOwner.pin);
  await page.keyboard.press('F3');
  await page.getByRole('dialog').getByRole('combobox').fill(shop.customer.name);
  await page.getByRole('option', { name: shop.customer.name }).first().click();
  await page.getByRole('button', { name: shop.product.name }).first().click();
  await page.keyboard.press('F9');
  await expect(page.getByRole('button', { name: 'On account' })).toBeVisible();
  await page.keyboard.press('Alt+7');
  await expect(page.getByText('more can go on account.')).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(page.getByText('Sale stored')).toBeVisible();

  await page.goto(`${shop.till.url}/customers/${shop.customer.id}`);
  await expect(page.getByText('Owes on account')).toBeVisible();
  await page.keyboard.press('k');
  await page.getByRole('dialog', { name: 'Take a payment' }).getByLabel('Amount').fill('30');
  await page.keyboard.press('Enter');
  await expect(page.getByText('Taken, slip 1. Still owed: ₱25.00.')).toBeVisible();
  await page.getByRole('tab', { name: 'Credit and account' }).click();
  await expect(page.getByText('Paid off')).toBeVisible();
});
