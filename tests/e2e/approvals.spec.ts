import { signInToApi, type ApiClient } from './support/api-client.ts';
import { scan, typeByHand } from './support/scan.ts';
import { cartLines } from './support/sell-screen.ts';
import { addSoldOut } from './support/shelf.ts';
import { demoCashier, demoOwner, sellScreenIsReady, signInByPin } from './support/sign-in.ts';
import { startTill, type Till } from './support/start-till.ts';
import { expect, test, type Page } from './support/test.ts';

/*
 * What takes a manager here is selling more than there is: one act with a rule, a limit and a screen, like all others.
 */
let till: Till;
let owner: ApiClient;
let soldOut: string;
test.beforeAll(async () => {
  till = await startTill({ demo: true });
  owner = await signInToApi(till, demoOwner);
  await owner.call('PATCH', '/settings', { stock: { belowZero: 'manager' } });
  ({ barcode: soldOut } = await addSoldOut(owner, 'Bibingka of yesterday', 4_500));
});
test.afterAll(() => till.remove());

const pad = (page: Page) => page.getByRole('dialog', { name: 'A manager has to approve this' });
const pinOf = (page: Page) => pad(page).getByLabel('PIN of a manager');
const isSold = (page: Page) => expect(page.getByRole('button', { name: /Next customer/ })).toBeVisible();

async function typePin(page: Page, pin: string): Promise<void> {
  await expect(pinOf(page)).toBeFocused();
  await expect(pinOf(page)).toHaveValue('');
  await typeByHand(page, pin);
  await page.keyboard.press('Enter');
}

test('a manager approves by keyboard alone; going back loses nothing, and the same person does not count', async ({
  page,
}) => {
  await signInByPin(page, till.url, demoCashier.pin);
  await scan(page, soldOut);
  await expect(cartLines(page)).toHaveCount(1);
  await page.keyboard.press('F10');
  await expect(pad(page)).toContainText('Sale of more than is in stock');
  await page.keyboard.press('Escape');
  await expect(pad(page)).toBeHidden();
  await expect(cartLines(page)).toHaveCount(1);

  await page.keyboard.press('F10');
  await expect(pinOf(page)).toBeFocused();
  await scan(page, soldOut);
  await expect(pinOf(page)).toHaveValue('');
  await typePin(page, demoCashier.pin);
  await expect(pad(page)).toContainText('Your own PIN does not count here.');
  await typePin(page, '4712');
  await expect(pad(page)).toContainText('This is not the PIN of a manager.');
  await typePin(page, demoOwner.pin);
  await isSold(page);

  const { items } = await owner.call<{ items: { kind: string; summary: string }[] }>('GET', '/journal');
  const told = items.filter(({ kind }) => kind.startsWith('approval.')).map(({ summary }) => summary);
  expect(told).toEqual([
    'Olivia Owner allowed Carlo Cashier: sell-below-zero',
    'Refused the PIN of an approval: sell-below-zero, 1 failure in a row',
    'Refused an approval by the same person: sell-below-zero',
  ]);
});

test('guessing in the dialog makes it wait, and not the sign-in', async ({ page }) => {
  await signInByPin(page, till.url, demoCashier.pin);
  await scan(page, soldOut);
  await expect(cartLines(page)).toHaveCount(1);
  await page.keyboard.press('F10');
  for (let guess = 0; guess < 4; guess += 1) {
    const answered = page.waitForResponse('**/api/v1/approvals');
    await typePin(page, String(4720 + guess));
    expect((await answered).status()).toBe(403);
  }
  await typePin(page, demoOwner.pin);
  await expect(pad(page)).toContainText(/Wrong too often\. Wait \d seconds?\./);
  await expect(pad(page).getByRole('button', { name: /Approve/ })).toBeDisabled();

  await page.keyboard.press('Control+l');
  await expect(page.getByLabel('PIN', { exact: true })).toBeFocused();
  await typeByHand(page, demoCashier.pin);
  await sellScreenIsReady(page);
  await expect(cartLines(page)).toHaveCount(1);
  await expect(pad(page)).toBeHidden();
});

test.describe('by touch alone', () => {
  test.use({ hasTouch: true });

  test('a manager approves on the pad', async ({ page }) => {
    const { displayName, pin } = { displayName: 'Tina Touch', pin: '6204' };
    await owner.call('POST', '/accounts', {
      username: 'tina',
      displayName,
      role: 'staff',
      password: 'battery staple 9',
      pin,
    });
    await page.goto(`${till.url}/sign-in`);
    await tapPin(page, pin);
    await page.getByRole('button', { name: 'Sign in', exact: true }).tap();
    await sellScreenIsReady(page);
    await page.getByRole('button', { name: 'All', exact: true }).tap();
    await page.getByRole('button', { name: /^Bibingka of yesterday/ }).tap();
    await expect(cartLines(page)).toHaveCount(1);
    await page.getByRole('button', { name: /Exact cash/ }).tap();
    await expect(pad(page)).toContainText(`Asked by ${displayName}`);
    await tapPin(page, demoOwner.pin);
    await pad(page)
      .getByRole('button', { name: /Approve/ })
      .tap();
    await isSold(page);
  });
});

async function tapPin(page: Page, pin: string): Promise<void> {
  const keys = page.getByRole('group', { name: 'Number pad' });
  for (const digit of pin) await keys.getByRole('button', { name: digit, exact: true }).tap();
}

test('nobody there: the till says so, and locks; it does not while somebody pays', async ({ page }) => {
  await page.clock.install();
  await signInByPin(page, till.url, demoCashier.pin);
  const warning = page.getByRole('alert').filter({ hasText: 'The till locks itself' });
  await page.clock.fastForward('04:50');
  await expect(warning).toBeVisible();
  await page.keyboard.press('Shift');
  await expect(warning).toBeHidden();
  await page.clock.fastForward('05:01');
  await expect(page.getByText('Locked by Carlo Cashier. Their cart is kept.')).toBeVisible();

  await typeByHand(page, demoCashier.pin);
  await sellScreenIsReady(page);
  await scan(page, soldOut);
  await expect(cartLines(page)).toHaveCount(1);
  await page.keyboard.press('F9');
  await expect(page.getByRole('button', { name: /Back to the cart/ })).toBeVisible();
  await page.clock.fastForward('30:00');
  await expect(page.getByRole('button', { name: /Back to the cart/ })).toBeVisible();
});

test('a cart waits for its owner, or goes to who is here now', async ({ page }) => {
  await signInByPin(page, till.url, demoCashier.pin);
  await scan(page, soldOut);
  await expect(cartLines(page)).toHaveCount(1);
  const switchTo = async (pin: string) => {
    await page.keyboard.press('Control+l');
    await expect(page.getByLabel('PIN', { exact: true })).toBeFocused();
    await typeByHand(page, pin);
    await expect(page.getByRole('region', { name: 'Totals and actions' })).toBeVisible();
  };
  const question = page.getByRole('dialog', { name: 'This is the cart of Carlo Cashier' });
  await switchTo(demoCashier.pin);
  await expect(cartLines(page)).toHaveCount(1);
  await expect(question).toBeHidden();

  await switchTo(demoOwner.pin);
  await expect(question).toContainText('1 item, ₱45.00');
  await expect(async () => {
    await page.keyboard.press('F4');
    await expect(question).toBeHidden({ timeout: 500 });
  }).toPass();
  await expect(cartLines(page)).toHaveCount(0);

  await switchTo(demoCashier.pin);
  await page.keyboard.press('F6');
  await expect(page.getByRole('option').first()).toContainText('Carlo Cashier');
  await page.keyboard.press('Enter');
  await expect(cartLines(page)).toHaveCount(1);

  await switchTo(demoOwner.pin);
  await expect(async () => {
    await page.keyboard.press('F6');
    await expect(question).toBeHidden({ timeout: 500 });
  }).toPass();
  await expect(cartLines(page)).toHaveCount(1);
  await page.keyboard.press('F10');
  await isSold(page);
  const { items } = await owner.call<{ items: { cashier: unknown }[] }>('GET', '/orders?limit=1');
  expect(items[0]).toMatchObject({ cashier: 'Olivia Owner' });
});

test('no two people have one PIN, said without telling whose it is', async ({ page }) => {
  await signInByPin(page, till.url, demoOwner.pin);
  const found = await owner.call<{ items: { id: string }[] }>('GET', '/accounts?search=cashier&limit=1');
  await page.goto(`${till.url}/people?account=${found.items[0]?.id}`);
  const dialog = page.getByRole('dialog', { name: 'Carlo Cashier' });
  await dialog.getByLabel('New PIN').fill(demoOwner.pin);
  await page.keyboard.press('Enter');
  await expect(dialog.getByText('This PIN cannot be used. Please choose another.')).toBeVisible();
});
