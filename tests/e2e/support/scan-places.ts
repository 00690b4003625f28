import { expect, type Page } from '@playwright/test';
import type { ApiClient } from './api-client.ts';
import { scan } from './scan.ts';
import type { ShelfProduct } from './shelf.ts';
import type { Till } from './start-till.ts';

type ScanPlace = { what: string; open: (page: Page, product: ShelfProduct) => Promise<void> };

/** A code that nothing in the shop has. */
const strange = '4006381333931';
/** More of one kind, such as the pieces in a drawer, behave alike. */
const mostFields = 4;
const fieldsThatType = 'input:not([type=radio], [type=checkbox], [type=file], [type=range]), textarea';

/** Scans with the caret in each field of what is in front: all stay as they were, the same is in front, and a dialog tells of it. */
export async function scanIntoEach(page: Page, what: string): Promise<void> {
  const dialogs = await page.getByRole('dialog').count();
  const front = dialogs === 0 ? page.locator('body') : page.getByRole('dialog').last();
  await front.locator(fieldsThatType).filter({ visible: true }).first().waitFor();
  const fields = front.locator(fieldsThatType).filter({ visible: true });
  const values = () => fields.evaluateAll((all) => all.map((field) => (field as HTMLInputElement).value));
  const count = await fields.count();
  expect(count, what).toBeGreaterThan(0);
  for (let index = 0; index < Math.min(count, mostFields); index += 1) {
    if (!(await fields.nth(index).isEditable())) continue;
    await fields.nth(index).focus();
    const before = await values();
    await scan(page, strange);
    await page.waitForTimeout(80);
    if (dialogs > 0) await expect(page.getByText(strange).first()).toBeVisible();
    const label = await fields
      .nth(index)
      .evaluate((field) => (field as HTMLInputElement).labels?.[0]?.textContent ?? '');
    expect.soft(await values(), `${what}: ${label}`).toEqual(before);
    await expect(page.getByRole('dialog')).toHaveCount(dialogs);
  }
}

const button = (name: string) => async (page: Page) =>
  page.getByRole('button', { name, exact: true }).click();

/** Where amounts, prices, PINs and passwords are typed. */
export async function scanPlaces({ url }: Till, api: ApiClient): Promise<ScanPlace[]> {
  await api.call('PATCH', '/settings', { counter: { tips: true }, credit: { onAccount: true } });
  const first = async (path: string) =>
    (await api.call<{ items: { id: string; receiptNumber: string }[] }>('GET', path)).items[0];
  const customer = await first('/customers?limit=1');
  const cashier = await first('/accounts?search=cashier&limit=1');
  const sale = await first('/orders?limit=1&tender=cash');
  const debt = { id: crypto.randomUUID(), kind: 'on-account', amountMinor: -5_000, reason: 'Bread' };
  await api.call('POST', `/customers/${customer?.id}/credits`, debt);
  const toTill = async (page: Page) => {
    await page.goto(`${url}/sell`);
    await page.getByRole('button', { name: 'Menu', exact: true }).waitFor();
  };
  const keys = (what: string, ...all: string[]): ScanPlace => ({
    what,
    open: async (page, product) => {
      await toTill(page);
      if (all[0] === 'F9') await scan(page, product.barcode);
      for (const key of all) {
        await page.keyboard.press(key);
        if (key === 'F9') await page.getByTestId('left-to-pay').waitFor();
      }
      await expect(page.getByRole('dialog')).toBeVisible();
    },
  });
  const at = (path: string, ...acts: ((page: Page) => Promise<void>)[]): ScanPlace => ({
    what: path,
    open: async (page) => {
      await page.goto(url + path);
      for (const act of acts) await act(page);
      await page.locator(fieldsThatType).filter({ visible: true }).first().waitFor();
      if (acts.length > 0 && !path.startsWith('/shift')) await expect(page.getByRole('dialog')).toBeVisible();
    },
  });
  const customerPath = `/customers/${customer?.id}`;
  return [
    keys('the customer', 'F3'),
    keys('cash that moves', 'Control+d'),
    at('/shift/close', (page) => page.getByLabel('How many ₱1,000.00').waitFor()),
    at(`/sales/${sale?.id}`, button('Void')),
    at('/products', button('Add a product')),
    at('/people', button('Add a person')),
    at(`/people?account=${cashier?.id}`),
    at('/customers', button('Add a customer')),
    at(
      customerPath,
      (page) => page.getByText('Owes on account').waitFor(),
      (page) => page.keyboard.press('k'),
    ),
    at(
      customerPath,
      (page) => page.getByText('Owes on account').waitFor(),
      (page) => page.keyboard.press('p'),
    ),
    at('/refund/without-receipt'),
    {
      what: 'a refund',
      open: async (page) => {
        await toTill(page);
        await scan(page, sale?.receiptNumber ?? '');
        await page.getByRole('button', { name: 'Wrong item' }).waitFor();
      },
    },
    keys('the tip', 'F9', 'Alt+8'),
  ];
}
