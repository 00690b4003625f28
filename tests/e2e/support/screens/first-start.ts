import { expect, type Page } from '@playwright/test';
import type { Till } from '../start-till.ts';
import { heading, type Screen } from './screen.ts';

const next = (page: Page) => page.getByRole('button', { name: 'Next' }).click();

/** The first start of a new till, in its order. */
export const firstStartScreens: readonly Screen<Till>[] = [
  {
    name: 'set-up-shop',
    what: 'The first start: name and place of the shop; currency, time zone and figures follow from the country.',
    open: async (page, { url }) => {
      await page.goto(url);
      await heading(page, 'Your shop');
      await page.getByLabel('Name of the shop').fill('Corner Bakery');
    },
  },
  {
    name: 'set-up-joins',
    what: 'The first start of one more till: it takes everything from a shop that is there already.',
    open: async (page) => {
      await page.getByText('a shop that is there already').click();
      await expect(page.getByText(/^Its name, products, prices/)).toBeVisible();
    },
    leave: async (page) => page.getByText('a new shop').click(),
  },
  {
    name: 'set-up-tax',
    what: 'The tax that most products have, and whether shelf prices include it.',
    open: async (page) => {
      await next(page);
      await heading(page, 'Tax on sales');
    },
  },
  {
    name: 'set-up-owner',
    what: 'The owner’s account, here with what was typed wrong named at its field.',
    open: async (page) => {
      await next(page);
      await page.getByLabel('Your name').fill('Olivia Owner');
      await page.getByLabel('User name').fill('olivia');
      await page.getByLabel('Password', { exact: true }).fill('a bakery of my own');
      await page.getByLabel('The same password again').fill('a bakery of my won');
      await page.getByLabel('PIN for the till').fill('4821');
      await next(page);
      await expect(page.getByText('This is not the same as the password above.')).toBeVisible();
    },
  },
  {
    name: 'set-up-review',
    what: 'All of it once more before the shop opens.',
    open: async (page) => {
      await page.getByLabel('The same password again').fill('a bakery of my own');
      await next(page);
      await heading(page, 'Is this right?');
    },
  },
  {
    name: 'sell-first-run',
    what: 'The sell screen of a shop without products: where they come from.',
    open: async (page) => {
      await page.getByRole('button', { name: 'Open the shop' }).click();
      await expect(page.getByText('There are no products yet.')).toBeVisible();
    },
  },
  {
    name: 'open-shift',
    what: 'Opening the shift with the money that is in the drawer.',
    open: async (page) => {
      await page.getByRole('button', { name: 'No shift open' }).click();
      await page.getByLabel('Float in the drawer').fill('2000');
    },
  },
  {
    name: 'products-empty',
    what: 'The products page before there are any.',
    open: async (page, { url }) => {
      await page.goto(`${url}/products`);
      await expect(page.getByText('No products yet')).toBeVisible();
    },
  },
];
