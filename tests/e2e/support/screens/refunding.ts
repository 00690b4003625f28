import { expect, type Page } from '@playwright/test';
import type { DemoShop } from '../demo-shop.ts';
import { scan, typeByHand } from '../scan.ts';
import { toSell } from './fill-cart.ts';
import { dialogIsOpen, heading, type Screen } from './screen.ts';

type Sale = { id: string; receiptNumber: string; state: string; refundedMinor: number; itemCount: number };

/** The largest sale of the demonstration of which nothing came back yet. */
async function saleToRefund({ api }: DemoShop): Promise<Sale> {
  const { items } = await api.call<{ items: Sale[] }>('GET', '/orders?limit=60&tender=cash');
  const [sale] = items
    .filter(({ state, refundedMinor }) => state === 'paid' && refundedMinor === 0)
    .sort((a, b) => b.itemCount - a.itemCount);
  if (sale === undefined) throw new Error('Nothing is left to refund.');
  return sale;
}

const toRefund = async (page: Page, shop: DemoShop) => {
  await toSell(page, shop);
  await scan(page, (await saleToRefund(shop)).receiptNumber);
  await heading(page, 'Refund');
  await page
    .getByRole('button', { name: /^(One more|All of)/ })
    .first()
    .click();
  await page.getByRole('button', { name: 'Wrong item' }).click();
};

export const refundScreens: readonly Screen<DemoShop>[] = [
  {
    name: 'refund-start',
    what: 'Where a refund begins: with the receipt, or without one.',
    open: async (page, shop) => {
      await toSell(page, shop);
      await page.keyboard.press('Control+b');
      await heading(page, 'Scan the receipt');
    },
  },
  {
    name: 'refund',
    what: 'A scanned receipt: what comes back, why, and how the money goes.',
    open: toRefund,
  },
  {
    name: 'refund-done',
    what: 'The refund is in the books: what to pay out, and its receipt.',
    open: async (page, shop) => {
      await toRefund(page, shop);
      await page.getByRole('button', { name: /^Refund ₱/ }).click();
      await expect(page.getByTestId('pay-out')).toBeVisible();
      await expect(page.getByText('REFUND', { exact: true })).toBeVisible();
    },
  },
  {
    name: 'refund-exchange',
    what: 'Exchange: what comes back pays for what is taken instead.',
    open: async (page, shop) => {
      await toRefund(page, shop);
      await page.keyboard.press('Alt+x');
      await expect(page.getByText(/^Exchange of/)).toBeVisible();
      await scan(page, shop.barcodes[4] ?? '');
      await page.keyboard.press('F9');
      await expect(page.getByText('From the exchange')).toBeVisible();
    },
    leave: async (page) => {
      await page.keyboard.press('Escape');
      await page.getByRole('button', { name: 'Leave the exchange: nothing comes back' }).click();
      await page.keyboard.press('Delete');
    },
  },
  {
    name: 'refund-without-receipt',
    what: 'Goods that come back without a receipt: found or scanned, capped.',
    open: async (page, shop) => {
      await page.goto(`${shop.till.url}/refund/without-receipt`);
      await heading(page, 'Without a receipt');
      for (const code of shop.barcodes.slice(3, 6)) await scan(page, code);
      await expect(page.getByRole('list', { name: 'Comes back' }).getByRole('listitem')).toHaveCount(3);
      await page.getByRole('button', { name: 'Damaged' }).click();
    },
  },
  {
    name: 'void',
    what: 'Voiding a sale of this shift: what goes back, and why.',
    open: async (page, shop) => {
      const sale = await saleToRefund(shop);
      await page.goto(`${shop.till.url}/sales/${sale.id}`);
      await page.getByRole('button', { name: 'Void', exact: true }).click();
      await dialogIsOpen(page, `Void ${sale.receiptNumber}`);
      await page.getByRole('button', { name: 'Rung up twice' }).click();
      await page.getByPlaceholder('In words').click();
      await typeByHand(page, 'Scanned again after a jam');
    },
    leave: async (page) => page.keyboard.press('Escape'),
  },
  {
    name: 'sale-refunded',
    what: 'A sale of which something came back.',
    open: async (page, shop) => {
      const { items } = await shop.api.call<{ items: Sale[] }>('GET', '/orders?limit=60');
      const sale = items.find(({ refundedMinor }) => refundedMinor > 0);
      await page.goto(`${shop.till.url}/sales/${sale?.id ?? ''}`);
      await expect(page.getByRole('region', { name: 'What came back' })).toBeVisible();
    },
  },
];
