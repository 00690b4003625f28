import { expect, type Page } from '@playwright/test';
import type { LoyaltyShop } from '../loyalty-shop.ts';
import { scan, typeByHand } from '../scan.ts';
import { toSell } from './fill-cart.ts';
import { dialogIsOpen, type Screen } from './screen.ts';

const strip = (page: Page) => page.getByRole('list', { name: 'Offers for this sale' });

const customerComes = async (page: Page, shop: LoyaltyShop) => {
  await toSell(page, shop);
  await scan(page, shop.cardCode);
  await expect(
    page.getByRole('button', { name: `Change the customer: ${shop.customer.name}` }),
  ).toContainText('Silver');
};

const fillBasket = async (page: Page, shop: LoyaltyShop) => {
  await customerComes(page, shop);
  for (const code of [shop.pandesal, shop.pandesal, shop.coffee, shop.cake, shop.cake])
    await scan(page, code);
  await expect(page.getByRole('region', { name: 'Totals and actions' })).toContainText('5 items');
};

const withOffers = async (page: Page, shop: LoyaltyShop) => {
  await fillBasket(page, shop);
  await scan(page, shop.pandesal);
  await scan(page, shop.couponQr);
  await expect(page.getByRole('status').filter({ hasText: 'Neighbours’ coupon counts' })).toBeVisible();
  await page.getByRole('button', { name: /^Take the reward: A brewed coffee/ }).click();
  await expect(page.getByRole('button', { name: /^Give back the reward: A brewed coffee/ })).toBeVisible();
};

const toPay = async (page: Page, shop: LoyaltyShop) => {
  await withOffers(page, shop);
  await page.keyboard.press('F9');
  await expect(page.getByTestId('left-to-pay')).toBeVisible();
  await page.keyboard.press('Alt+4');
  await expect(page.getByLabel('Points to use')).toBeFocused();
};

/** Selling to somebody who has points, with offers running. */
export const loyaltyScreens: readonly Screen<LoyaltyShop>[] = [
  {
    name: 'sell-member',
    what: 'A card was scanned: tier, points and their worth, what ends soon, and what can be had today.',
    open: customerComes,
  },
  {
    name: 'sell-nearly',
    what: 'Offers that nearly count say what is missing; what cannot be had is greyed with the reason.',
    open: async (page, shop) => {
      await fillBasket(page, shop);
      await expect(strip(page)).toContainText('1 more piece');
    },
  },
  {
    name: 'sell-offers',
    what: 'A coupon and a reward count: on their lines, in the totals, and as what the scan did.',
    open: withOffers,
  },
  {
    name: 'sell-coupon-refused',
    what: 'A coupon that has ended: refused in plain words.',
    open: async (page, shop) => {
      await fillBasket(page, shop);
      await scan(page, shop.endedQr);
      await expect(page.getByText('It has ended.').first()).toBeVisible();
    },
  },
  {
    name: 'sell-coupon-typed',
    what: 'A coupon’s code typed into the search: Enter applies it.',
    open: async (page, shop) => {
      await fillBasket(page, shop);
      await typeByHand(page, 'neighbour');
      await expect(page.getByText('The coupon of “Neighbours’ coupon”')).toBeVisible();
    },
  },
  {
    name: 'sell-card-refused',
    what: 'A forged card: refused in plain words, nobody is on the sale.',
    open: async (page, shop) => {
      await toSell(page, shop);
      await scan(page, `${shop.cardCode.slice(0, -4)}AAAA`);
      await expect(page.getByText('This card is not one of ours.')).toBeVisible();
    },
  },
  {
    name: 'sell-why',
    what: 'Why this price: every step with its lines and amounts, and why other offers do not count.',
    open: async (page, shop) => {
      await withOffers(page, shop);
      await page.keyboard.press('Control+e');
      await dialogIsOpen(page, 'Why this price');
    },
  },
  {
    name: 'pay-points',
    what: 'Paying with points: what the customer has, what it is worth, and the most that can be used.',
    open: async (page, shop) => {
      await toPay(page, shop);
      await page.getByRole('button', { name: /^Half/ }).click();
    },
  },
  {
    name: 'pay-points-taken',
    what: 'Half was paid with points; the rest is taken in cash.',
    open: async (page, shop) => {
      await toPay(page, shop);
      await page.getByRole('button', { name: /^Half/ }).click();
      await page.getByRole('button', { name: /^Take ₱/ }).click();
      await expect(page.getByRole('region', { name: 'Taken so far' })).toContainText('Points');
    },
  },
  {
    name: 'done-points',
    what: 'The sale is stored: points spent, points earned, and what the customer has now.',
    open: async (page, shop) => {
      await toPay(page, shop);
      await page.getByRole('button', { name: /^Half/ }).click();
      await page.getByRole('button', { name: /^Take ₱/ }).click();
      await typeByHand(page, '500.00');
      await page.keyboard.press('Enter');
      await expect(page.getByText('Sale stored')).toBeVisible();
      await expect(page.getByRole('region', { name: 'Receipt' })).toContainText('Points');
    },
    leave: async (page) => {
      await page.keyboard.press('Enter');
    },
  },
];
