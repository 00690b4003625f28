import { expect } from '@playwright/test';
import type { DemoShop } from '../demo-shop.ts';
import { scan, typeByHand } from '../scan.ts';
import { cartLines } from '../sell-screen.ts';
import { fillCart, ringUp, toSell } from './fill-cart.ts';
import { dialogIsOpen, type Screen } from './screen.ts';

export const sellScreens: readonly Screen<DemoShop>[] = [
  { name: 'sell-empty', what: 'The sell screen between two customers.', open: toSell },
  {
    name: 'sell-full',
    what: 'A sale under way: customer with points, six items, what the last scan did.',
    open: fillCart,
  },
  {
    name: 'sell-long',
    what: 'The longest cart and a seven-digit total: only the cart scrolls.',
    open: async (page, shop) => {
      await toSell(page, shop);
      await ringUp(page, [...shop.barcodes.slice(0, 24), shop.dearBarcode]);
      await expect(cartLines(page).last()).toContainText('Deck oven');
    },
  },
  {
    name: 'sell-search',
    what: 'Searching by a part of the name; Enter takes the row in front.',
    open: async (page, shop) => {
      await toSell(page, shop);
      await typeByHand(page, 'pan');
      await expect(page.getByRole('option').first()).toBeVisible();
    },
  },
  {
    name: 'sell-unknown-code',
    what: 'A code that nothing has: said in words, with the way to add the product.',
    open: async (page, shop) => {
      await fillCart(page, shop);
      await scan(page, '9999999999994');
      await expect(page.getByText('Unknown code')).toBeVisible();
    },
  },
  {
    name: 'sell-customer',
    what: 'Finding the customer of a sale, or adding one.',
    open: async (page, shop) => {
      await toSell(page, shop);
      await page.keyboard.press('F3');
      await expect(page.getByRole('option').first()).toBeVisible();
    },
  },
  {
    name: 'sell-customer-new',
    what: 'Adding a customer at the counter in two fields.',
    open: async (page, shop) => {
      await toSell(page, shop);
      await page.keyboard.press('F3');
      await page.getByRole('button', { name: 'Add a new customer' }).click();
      await expect(page.getByRole('dialog').getByLabel('Phone')).toBeVisible();
    },
  },
  {
    name: 'sell-quantity',
    what: 'How many: by key or by finger.',
    open: async (page, shop) => {
      await fillCart(page, shop);
      await page.keyboard.press('F7');
      await dialogIsOpen(page, 'How many?');
      await typeByHand(page, '12');
    },
  },
  {
    name: 'sell-discount',
    what: 'A discount on the line or the whole sale: what it comes to, and who will be asked.',
    open: async (page, shop) => {
      await fillCart(page, shop);
      await page.keyboard.press('F8');
      await dialogIsOpen(page, 'Discount');
      await typeByHand(page, '20');
    },
  },
  {
    name: 'sell-noted',
    what: 'A line with both a discount and a note.',
    open: async (page, shop) => {
      await toSell(page, shop);
      await ringUp(page, shop.barcodes.slice(3, 6));
      await page.keyboard.press('F8');
      await expect(page.getByLabel('Percent off')).toBeFocused();
      await typeByHand(page, '5');
      await page.keyboard.press('Enter');
      await expect(page.getByRole('dialog')).toBeHidden();
      await page.keyboard.press('Control+k');
      await dialogIsOpen(page, 'Note');
      await typeByHand(page, 'No ice, less sugar');
      await page.keyboard.press('Enter');
      await expect(cartLines(page).last()).toContainText('No ice, less sugar');
    },
  },
  {
    name: 'sell-line',
    what: 'All that can be done to one line, for fingers and keys.',
    open: async (page, shop) => {
      await fillCart(page, shop);
      await page.keyboard.press('Control+u');
      await dialogIsOpen(page, /./);
    },
  },
  {
    name: 'sell-price',
    what: 'Another price than the shelf says, with its reason.',
    open: async (page, shop) => {
      await fillCart(page, shop);
      await page.keyboard.press('Control+p');
      await dialogIsOpen(page, 'Price');
    },
  },
  {
    name: 'sell-ad-hoc',
    what: 'Something that is not in the catalogue.',
    open: async (page, shop) => {
      await fillCart(page, shop);
      await page.keyboard.press('Control+o');
      await dialogIsOpen(page, 'Other item');
    },
  },
  {
    name: 'keys',
    what: 'Every key and what it does; prints as a card.',
    open: async (page, shop) => {
      await fillCart(page, shop);
      await page.keyboard.press('F1');
      await dialogIsOpen(page, 'Keys');
    },
  },
  {
    name: 'menu',
    what: 'All pages, the look, locking and signing out.',
    open: async (page, shop) => {
      await toSell(page, shop);
      await page.getByRole('button', { name: 'Menu', exact: true }).click();
      await dialogIsOpen(page, 'Menu');
    },
  },
];
