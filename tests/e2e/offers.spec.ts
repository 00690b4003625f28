import { readFileSync } from 'node:fs';
import type { Download, Locator, Page } from '@playwright/test';
import { signInToApi, type ApiClient } from './support/api-client.ts';
import { demoCashier, demoOwner, signInByPin } from './support/sign-in.ts';
import { startTill, type Till } from './support/start-till.ts';
import { expect, test } from './support/test.ts';

let till: Till;
let api: ApiClient;
test.beforeAll(async () => {
  till = await startTill({ demo: true });
  api = await signInToApi(till, demoOwner);
  await api.call('PATCH', '/settings', { api: { openAccess: false } });
});
test.afterAll(() => till.remove());
test.beforeEach(({ page }) => signInByPin(page, till.url, demoOwner.pin));

/** Chooses in a field that finds things as one types. */
async function pick(field: Locator, page: Page, typed: string, name: string): Promise<void> {
  await field.fill(typed);
  await page.getByRole('option', { name }).click();
}

async function pdfOf(download: Promise<Download>): Promise<Buffer> {
  const content = readFileSync(await (await download).path());
  expect(content.subarray(0, 5).toString('latin1')).toBe('%PDF-');
  expect(content.length).toBeGreaterThan(1000);
  return content;
}

test('a promotion is made, tried on a cart, printed, duplicated and switched off', async ({ page }) => {
  await page.getByRole('button', { name: 'Menu', exact: true }).click();
  await page.getByRole('dialog', { name: 'Menu' }).getByRole('link', { name: 'Offers' }).click();
  await expect(page.getByRole('grid', { name: 'Promotions' })).toBeVisible();
  await page.keyboard.press('n');
  const form = page.getByRole('dialog', { name: 'Make a promotion' });
  await form.getByLabel('Title').fill('Ensaymada for two');
  await form.getByRole('combobox', { name: 'It gives' }).click();
  await page.getByRole('option', { name: 'Buy some, get some' }).click();
  await form.getByText('Some products').click();
  await pick(form.getByRole('combobox', { name: 'Add a product' }), page, 'ensay', 'Ensaymada special');
  await form.getByRole('switch', { name: /Only with its code/ }).click();
  await form.getByRole('textbox', { name: 'Coupon code' }).fill('ENSAYMADA');
  await expect(form.getByRole('region', { name: 'In words' })).toContainText(
    'Buy 2, get 1 free (the cheapest): Ensaymada special. Only with the code ENSAYMADA.',
  );

  const preview = form.getByRole('region', { name: 'Try it on a cart' });
  await pick(preview.getByRole('combobox', { name: 'Add to the cart' }), page, 'ensay', 'Ensaymada special');
  await expect(preview.getByRole('status')).toHaveText('It does not count. 2 more pieces.');
  await preview.getByRole('button', { name: 'One more Ensaymada special' }).click();
  await preview.getByRole('button', { name: 'One more Ensaymada special' }).click();
  await expect(preview.getByRole('status')).toHaveText(/^It counts: ₱[\d.]+ off\.$/);
  await preview.getByText('Its code was shown').click();
  await expect(preview.getByRole('status')).toHaveText(
    'It does not count. Its code was not scanned or typed.',
  );

  await form.getByRole('button', { name: 'Save' }).first().click();
  await expect(page.getByRole('heading', { name: 'Ensaymada for two' })).toBeVisible();
  await expect(page.getByText('Not used yet')).toBeVisible();
  await expect(page.getByRole('img', { name: 'QR code of Ensaymada for two' })).toBeVisible();
  const sheet = page.waitForEvent('download');
  await page.getByRole('button', { name: 'PDF' }).click();
  await pdfOf(sheet);

  await page.getByRole('button', { name: 'Duplicate' }).click();
  await expect(page.getByLabel('Title')).toHaveValue('Copy of Ensaymada for two');
  await expect(page.getByRole('textbox', { name: 'Coupon code' })).toHaveValue('');
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Switch off' }).click();
  await expect(page.getByText('“Ensaymada for two” is off')).toBeVisible();
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(page.getByRole('button', { name: 'Switch off' })).toBeVisible();
});

test('what is missing is said at its field, and what was written is not lost by Esc', async ({ page }) => {
  await page.goto(`${till.url}/promotions`);
  await page.getByRole('button', { name: 'Make a promotion' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Save' }).first().click();
  await expect(page.getByText('It needs a title.')).toBeVisible();
  await expect(page.getByText('Write a percent above 0, up to 100.')).toBeVisible();
  await expect(page.getByLabel('Title')).toBeFocused();
  await page.getByLabel('Title').fill('Half written');
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Keep editing' }).click();
  await expect(page.getByLabel('Title')).toHaveValue('Half written');
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Leave without saving' }).click();
  await expect(page.getByRole('grid', { name: 'Promotions' })).toBeVisible();
});

test('a promotion that a sale had shows its use and its cost', async ({ page }) => {
  const search = await api.call<{ items: { id: string; priceMinor: number; barcodes: string[] }[] }>(
    'GET',
    '/products?search=Ensaymada&limit=1',
  );
  const [product] = search.items;
  if (product === undefined) throw new Error('The demonstration has no ensaymada.');
  const promotion = await api.call<{ id: string }>('POST', '/promotions', {
    title: 'Ensaymada day',
    effect: { kind: 'percent', percentPpm: 500_000 },
    scope: { kind: 'products', productIds: [product.id] },
  });
  const halfMinor = product.priceMinor / 2;
  const order = await api.call<{ order: { id: string; receiptNumber: string } }>('POST', '/orders', {
    id: crypto.randomUUID(),
    lines: [
      {
        lineId: crypto.randomUUID(),
        productId: product.id,
        quantityMilli: 1000,
        unitPriceMinor: product.priceMinor,
      },
    ],
    tenders: [{ kind: 'cash', amountMinor: halfMinor }],
    totalMinor: halfMinor,
  });
  await page.goto(`${till.url}/promotions/${promotion.id}`);
  await expect(page.getByText('Taken off').first()).toBeVisible();
  await page
    .getByRole('grid', { name: 'Every use, newest first' })
    .getByText(order.order.receiptNumber)
    .click();
  await expect(page).toHaveURL(new RegExp(`/sales/${order.order.id}`));
});

test('a reward is made and found', async ({ page }) => {
  await page.goto(`${till.url}/rewards`);
  await expect(page.getByRole('grid', { name: 'Rewards' })).toBeVisible();
  await page.keyboard.press('n');
  const form = page.getByRole('dialog', { name: 'Make a reward' });
  await form.getByLabel('Title').fill('Free iced tea');
  await form.getByText('A free item').click();
  await pick(form.getByRole('combobox', { name: 'Free item' }), page, 'iced', 'Iced tea');
  await form.getByLabel('Points it costs').fill('80');
  await form.getByLabel('How many there are').fill('25');
  await expect(form.getByRole('region', { name: 'In words' })).toContainText('free, for 80 points. 25 left.');
  await form.getByRole('button', { name: 'Save' }).first().click();
  await expect(page.getByRole('heading', { name: 'Free iced tea' })).toBeVisible();
  await page.getByRole('button', { name: 'All rewards' }).click();
  await page.getByRole('button', { name: 'Running' }).click();
  await page.getByLabel('Search rewards').fill('iced');
  await expect(page.getByText('1 found')).toBeVisible();
  await expect(page.getByRole('grid', { name: 'Rewards' })).toContainText('Free iced tea');
});

test('tiers are set up; a customer gets points by hand, a tier, and a new card', async ({ page }) => {
  await page.goto(`${till.url}/settings/points`);
  await page.getByRole('button', { name: 'Add a tier' }).click();
  await page.getByLabel('Name', { exact: true }).fill('Suki gold');
  await page.getByLabel('From points ever earned').fill('100000');
  await page.getByLabel('Earns', { exact: true }).fill('2');
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(page.getByText('Saved: Points.')).toBeVisible();

  await page.goto(`${till.url}/customers`);
  await page.getByLabel('Search customers').fill('Maria Santos');
  await expect(page.getByText('1 found')).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'Maria Santos' })).toBeVisible();
  await page.keyboard.press('p');
  const award = page.getByRole('dialog', { name: 'Points for Maria Santos' });
  await award.getByLabel('How many points').fill('25');
  await award.getByLabel('Reason').fill('Found our lost cat');
  await page.keyboard.press('Enter');
  await expect(page.getByText('+25 points for Maria Santos')).toBeVisible();
  await expect(page.getByText('Found our lost cat')).toBeVisible();
  await page.keyboard.press('p');
  await award.getByText('Correct', { exact: true }).click();
  await award.getByLabel('Change, like -20 or 15').fill('-10000000');
  await award.getByLabel('Reason').fill('Too many');
  await page.keyboard.press('Enter');
  await expect(award.getByText('The customer does not have so many points.')).toBeVisible();
  await page.keyboard.press('Escape');

  await page.keyboard.press('e');
  await page.getByRole('dialog').getByRole('combobox', { name: 'Tier' }).click();
  await page.getByRole('option', { name: 'Suki gold' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText('Suki gold, by hand')).toBeVisible();

  const id = new URL(page.url()).pathname.split('/').at(-1) ?? '';
  const before = await api.call<{ cardCode: string }>('GET', `/customers/${id}/card`);
  const card = page.waitForEvent('download');
  await page.getByRole('button', { name: 'PDF' }).click();
  await pdfOf(card);
  await page.getByRole('button', { name: 'Lost or stolen?' }).click();
  await page.getByRole('button', { name: 'Void it and make a new one' }).click();
  await expect(page.getByText('The old cards are void; the new one is ready to print')).toBeVisible();
  const after = await api.call<{ cardCode: string }>('GET', `/customers/${id}/card`);
  expect(after.cardCode).not.toBe(before.cardCode);
  const { status, answer } = await api.ask('GET', `/lookup/${before.cardCode}`);
  expect([status, answer]).toMatchObject([422, { error: { code: 'card-revoked' } }]);
});

test('a product earns other points than usual', async ({ page }) => {
  await page.goto(`${till.url}/products`);
  await page.getByLabel('Search products').fill('Banana cake');
  await expect(page.getByText('1 found')).toBeVisible();
  await page.keyboard.press('Enter');
  await page.getByRole('dialog').getByLabel('Points').fill('3');
  await page.keyboard.press('Enter');
  await expect(page.getByText('“Banana cake slice” was saved')).toBeVisible();
  const { items } = await api.call<{ items: { pointsMultiplierPpm: number }[] }>(
    'GET',
    '/products?search=Banana%20cake&limit=1',
  );
  expect(items[0]?.pointsMultiplierPpm).toBe(3_000_000);
});

test('a device gets a key that is shown once, and loses it', async ({ page }) => {
  await page.goto(`${till.url}/settings/api`);
  await page.getByRole('button', { name: 'Give a device a key' }).click();
  await page.getByLabel('Name of the device').fill('Kiosk');
  await page.keyboard.press('Enter');
  const shown = page.getByRole('dialog', { name: 'The key of “Kiosk”' });
  await expect(shown.getByRole('img', { name: 'QR code of the key' })).toBeVisible();
  const key = await shown.getByLabel('Key', { exact: true }).inputValue();
  expect(key).toMatch(/^SKD1\.[\w-]{43}$/);
  await page.keyboard.press('Escape');
  await expect(shown).toBeVisible();
  await shown.getByRole('button', { name: 'I have it' }).click();
  const counter = () =>
    fetch(`${till.url}/api/pos/dashboard/`, { headers: { authorization: `Bearer ${key}` } });
  expect((await counter()).status).toBe(200);
  await page.reload();
  await expect(page.getByRole('list', { name: 'Devices with a key' })).toContainText('Last seen');
  await page.getByRole('button', { name: 'Revoke the key of Kiosk' }).click();
  await page.getByRole('button', { name: 'Revoke', exact: true }).click();
  await expect(page.getByText('The key of “Kiosk” no longer works')).toBeVisible();
  expect((await counter()).status).toBe(401);
});

test('while access is open every screen says so, to staff too', async ({ page, browser }) => {
  await page.goto(`${till.url}/settings/api`);
  const warning = page.getByRole('link', { name: 'Open access' });
  await expect(warning).toHaveCount(0);
  await page.getByRole('switch', { name: /Open the counter to every program/ }).click();
  await expect(page.getByText('While this is on, programs on this computer need no key.')).toBeVisible();
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(warning).toBeVisible();
  for (const path of ['/sell', '/customers', '/day']) {
    await page.goto(`${till.url}${path}`);
    await expect(warning).toBeVisible();
  }
  await warning.click();
  await expect(page.getByRole('form', { name: 'Programs' })).toBeVisible();

  const context = await browser.newContext();
  const cashier = await context.newPage();
  await signInByPin(cashier, till.url, demoCashier.pin);
  await cashier.getByRole('link', { name: 'Open access' }).click();
  await expect(cashier.getByText('You may look at the settings; an admin changes them.')).toBeVisible();
  await expect(cashier.getByRole('heading', { name: 'Devices with a key' })).toHaveCount(0);
  await cashier.goto(`${till.url}/promotions`);
  await expect(cashier.getByRole('grid', { name: 'Promotions' })).toBeVisible();
  await expect(cashier.getByRole('button', { name: 'Make a promotion' })).toHaveCount(0);
  await context.close();
  await api.call('PATCH', '/settings', { api: { openAccess: false } });
});
