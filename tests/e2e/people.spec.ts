import { signInToApi } from './support/api-client.ts';
import { typeByHand } from './support/scan.ts';
import { demoCashier, demoOwner, sellScreenIsReady, signInByPin } from './support/sign-in.ts';
import { startTill, type Till } from './support/start-till.ts';
import { expect, test } from './support/test.ts';

let till: Till;
test.beforeAll(async () => {
  till = await startTill({ demo: true });
});
test.afterAll(() => till.remove());

const adminPages = [
  { path: '/day', name: 'The day' },
  { path: '/journal', name: 'Journal' },
  { path: '/people', name: 'People' },
  { path: '/accounts', name: 'Accounts' },
  { path: '/products/import', name: null },
];

test('a cashier sees no admin pages, and the routes behind them refuse', async ({ page }) => {
  await signInByPin(page, till.url, demoCashier.pin);
  await page.getByRole('button', { name: 'Menu', exact: true }).click();
  const menu = page.getByRole('dialog', { name: 'Menu' });
  await expect(menu.getByRole('link', { name: 'Sales' })).toBeVisible();
  for (const { name } of adminPages) {
    if (name !== null) await expect(menu.getByRole('link', { name, exact: true })).toHaveCount(0);
  }
  for (const { path } of adminPages) {
    await page.goto(`${till.url}${path}`);
    await expect(page.getByText('Your role does not open this page.')).toBeVisible();
  }
  const api = await signInToApi(till, demoCashier);
  const refused: [string, string, unknown?][] = [
    ['GET', '/accounts'],
    ['GET', '/reviews'],
    ['GET', '/journal'],
    ['POST', '/journal/verify', {}],
    ['GET', '/reports/day'],
    ['GET', '/product-imports'],
    ['POST', '/products', { name: 'Free lunch', priceMinor: 0 }],
    ['PATCH', '/settings', { shop: { name: 'Mine now' } }],
  ];
  for (const [method, path, body] of refused) {
    const { status, answer } = await api.ask(method, path, body);
    expect([method, path, status]).toEqual([method, path, 403]);
    expect(answer).toMatchObject({ error: { code: 'not-allowed' } });
  }
});

test('after five wrong PINs the till says how long to wait, and then lets in', async ({ page }) => {
  await page.goto(`${till.url}/sign-in`);
  const pin = page.getByLabel('PIN', { exact: true });
  for (let attempt = 1; attempt <= 5; attempt += 1) {
    await expect(pin).toHaveValue('');
    await typeByHand(page, '0000');
    const answered = page.waitForResponse('**/api/v1/sessions');
    await page.keyboard.press('Enter');
    expect((await answered).status()).toBe(401);
  }
  await expect(page.getByText('Nobody has this PIN on this till.')).toBeVisible();
  await expect(pin).toHaveValue('');
  await typeByHand(page, '0000');
  await page.keyboard.press('Enter');
  await expect(page.getByText(/Too many failed attempts. Try again in \d seconds?\./)).toBeVisible();
  await expect(page.getByRole('button', { name: 'Sign in', exact: true })).toBeDisabled();
  await expect(page.getByText(/Too many failed attempts/)).toBeHidden();
  await typeByHand(page, demoOwner.pin);
  await page.keyboard.press('Enter');
  await sellScreenIsReady(page);
});
