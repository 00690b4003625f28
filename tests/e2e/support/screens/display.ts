import { expect, type Page } from '@playwright/test';
import type { DemoShop } from '../demo-shop.ts';
import { fillCart, ringUp, toSell } from './fill-cart.ts';
import type { Screen } from './screen.ts';

/** The till works in a window of its own beside the display; it is closed when the display is left. */
const besideTill =
  (work: (till: Page, shop: DemoShop) => Promise<void>, shown: string | RegExp): Screen<DemoShop>['open'] =>
  async (page, shop) => {
    const till = await page.context().newPage();
    await page.goto(`${shop.till.url}/display`);
    await work(till, shop);
    await expect(page.getByText(shown).filter({ visible: true }).first()).toBeVisible();
    await page.bringToFront();
  };

const leave = async (page: Page) => {
  for (const other of page.context().pages()) if (other !== page) await other.close();
};

const toPay = async (till: Page, shop: DemoShop) => {
  await fillCart(till, shop);
  await till.keyboard.press('F9');
  await till.getByLabel('Cash received').fill('50');
  await till.keyboard.press('Enter');
  await expect(till.getByRole('region', { name: 'Taken so far' })).toBeVisible();
};

export const displayScreens: readonly Screen<DemoShop>[] = [
  {
    name: 'display-idle',
    what: 'The customer display between two customers.',
    open: besideTill(toSell, 'Corner Bakery'),
    leave,
  },
  {
    name: 'display-cart',
    what: 'The customer display while things are rung up: the newest stands out, the total is the largest.',
    open: besideTill(fillCart, '6 items'),
    leave,
  },
  {
    name: 'display-long',
    what: 'The customer display with the longest cart and a seven-digit total.',
    open: besideTill(async (till, shop) => {
      await toSell(till, shop);
      await ringUp(till, [...shop.barcodes.slice(0, 24), shop.dearBarcode]);
    }, /^Deck oven/),
    leave,
  },
  {
    name: 'display-pay',
    what: 'The customer display while a sale is paid in parts: what was paid, what is left.',
    open: besideTill(toPay, 'Paid so far'),
    leave,
  },
  {
    name: 'display-thanks',
    what: 'The customer display when the sale is stored: thanks, change, and the code of the receipt.',
    open: besideTill(async (till, shop) => {
      await toPay(till, shop);
      await till.waitForTimeout(450);
      await till.getByLabel('Cash received').fill('1000');
      await till.keyboard.press('Enter');
      await expect(till.getByText('Sale stored')).toBeVisible();
    }, /^Receipt S/),
    leave,
  },
];
