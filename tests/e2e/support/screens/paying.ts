import { expect, type Page } from '@playwright/test';
import type { DemoShop } from '../demo-shop.ts';
import { cartLines } from '../sell-screen.ts';
import { fillCart, toSell } from './fill-cart.ts';
import { dialogIsOpen, type Screen } from './screen.ts';

const toPay = async (page: Page, shop: DemoShop) => {
  await fillCart(page, shop);
  await page.keyboard.press('F9');
  await expect(page.getByTestId('left-to-pay')).toBeVisible();
};

export const payScreens: readonly Screen<DemoShop>[] = [
  {
    name: 'pay-cash',
    what: 'Taking cash: what is left, quick sums, the change.',
    open: async (page, shop) => {
      await toPay(page, shop);
      await page.getByLabel('Cash received').fill('1000');
      await expect(page.getByText('Change', { exact: true })).toBeVisible();
    },
  },
  {
    name: 'pay-card',
    what: 'Taking a card: the terminal’s reference is needed, the card’s number refused.',
    open: async (page, shop) => {
      await toPay(page, shop);
      await page.keyboard.press('Alt+2');
      await page.getByLabel('Reference from the card terminal').fill('4111 1111 1111 1111');
      await page.keyboard.press('Enter');
      await expect(page.getByText('Card numbers are never stored.')).toBeVisible();
    },
  },
  {
    name: 'pay-split',
    what: 'Paying in parts: what was taken so far can be given back.',
    open: async (page, shop) => {
      await toPay(page, shop);
      await page.getByLabel('Cash received').fill('50');
      await page.keyboard.press('Enter');
      await expect(page.getByRole('region', { name: 'Taken so far' })).toBeVisible();
      await page.keyboard.press('Alt+3');
      await page.getByLabel('Reference from the e-wallet').fill('GC-5521907');
    },
  },
  {
    name: 'pay-price-changed',
    what: 'A price changed while the cart was open: the cashier is asked, nothing was stored.',
    open: async (page, shop) => {
      const { product, api } = shop;
      await api.call('PATCH', `/products/${product.id}`, { priceMinor: 5_500 });
      await toSell(page, shop);
      await page.getByRole('button', { name: product.name }).first().click();
      await expect(cartLines(page)).toHaveCount(1);
      await api.call('PATCH', `/products/${product.id}`, { priceMinor: 5_800 });
      await page.keyboard.press('F10');
      await dialogIsOpen(page, 'Prices changed while this cart was open');
    },
  },
  {
    name: 'done',
    what: 'The sale is stored: change, receipt as it prints, points, on to the next customer.',
    open: async (page, shop) => {
      await toPay(page, shop);
      await page.getByLabel('Cash received').fill('1000');
      await page.keyboard.press('Enter');
      await expect(page.getByText('Sale stored')).toBeVisible();
      await expect(page.getByRole('region', { name: 'Receipt' })).toContainText('Corner Bakery');
    },
  },
];
