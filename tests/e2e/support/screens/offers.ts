import { expect, type Page } from '@playwright/test';
import type { DemoShop } from '../demo-shop.ts';
import { sellWithOffers, type UsedOffers } from '../sell-with-offers.ts';
import { dialogIsOpen, heading, listPage, type Screen } from './screen.ts';

const used = new WeakMap<DemoShop, Promise<UsedOffers>>();

/** Sold with offers once, for all the screens of offers. */
function usedOffers(shop: DemoShop): Promise<UsedOffers> {
  const known = used.get(shop) ?? sellWithOffers(shop.api);
  used.set(shop, known);
  return known;
}

const make = async (page: Page, { till }: DemoShop, list: 'promotions' | 'rewards') => {
  await page.goto(`${till.url}/${list}`);
  const name = list === 'promotions' ? 'Make a promotion' : 'Make a reward';
  await page.getByRole('button', { name }).click();
  await dialogIsOpen(page, name);
};

/** Leaves a form that was written in. */
const leaveForm = async (page: Page) => {
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Leave without saving' }).click();
};

const toCustomer = async (page: Page, { till, customer }: DemoShop) => {
  await page.goto(`${till.url}/customers/${customer.id}`);
  await expect(page.getByRole('img', { name: /Customer card of/ })).toBeVisible();
};

/** Promotions, rewards, and what customers have of them. */
export const offerScreens: readonly Screen<DemoShop>[] = [
  {
    name: 'promotions',
    what: 'Every promotion: how it stands, when it counts, its uses and what it has cost.',
    open: async (page, shop) => {
      await usedOffers(shop);
      await listPage('/promotions', 'Opening week')(page, shop);
    },
  },
  {
    name: 'promotion',
    what: 'One promotion: in words, its QR code to print, its use and cost, every sale that had it.',
    open: async (page, shop) => {
      const { promotion } = await usedOffers(shop);
      await page.goto(`${shop.till.url}/promotions/${promotion.id}`);
      await heading(page, promotion.title);
      await expect(page.locator('.recharts-bar-rectangle').first()).toBeVisible();
      await expect(page.getByRole('img', { name: /QR code of/ })).toBeVisible();
    },
  },
  {
    name: 'promotion-new',
    what: 'Making a promotion: in words as it is written, and tried on a cart before it is saved.',
    open: async (page, shop) => {
      await make(page, shop, 'promotions');
      const form = page.getByRole('dialog');
      await form.getByLabel('Title').fill('Three pandesal for the price of two');
      await form.getByRole('combobox', { name: 'It gives' }).click();
      await page.getByRole('option', { name: 'Buy some, get some' }).click();
      await form.getByText('Some categories').click();
      await form.getByRole('button', { name: 'Bakery' }).click();
      const preview = form.getByRole('region', { name: 'Try it on a cart' });
      for (const name of ['Pan de coco', 'Spanish bread', 'Brewed coffee, large']) {
        await preview.getByRole('combobox', { name: 'Add to the cart' }).fill(name);
        await page.getByRole('option', { name }).click();
      }
      await preview.getByRole('button', { name: 'One more Pan de coco' }).click();
      await expect(preview.getByRole('status')).toContainText('It counts');
      await form.getByLabel('Title').focus();
    },
    leave: leaveForm,
  },
  {
    name: 'promotion-missing',
    what: 'What is missing in a promotion is said at its field.',
    open: async (page, shop) => {
      await make(page, shop, 'promotions');
      const form = page.getByRole('dialog');
      await form.getByText('Some products').click();
      await form.getByRole('switch', { name: /Only at certain times/ }).click();
      await form.getByRole('button', { name: 'Save' }).first().click();
      await expect(form.getByText('It needs a title.')).toBeVisible();
    },
    leave: leaveForm,
  },
  {
    name: 'rewards',
    what: 'Every reward: its points, what is left, its uses and what it has cost.',
    open: async (page, shop) => {
      const { reward } = await usedOffers(shop);
      await listPage('/rewards', reward.title)(page, shop);
    },
  },
  {
    name: 'reward',
    what: 'One reward: what it gives for its points, its use and cost.',
    open: async (page, shop) => {
      const { reward } = await usedOffers(shop);
      await page.goto(`${shop.till.url}/rewards/${reward.id}`);
      await heading(page, reward.title);
      await expect(page.locator('.recharts-bar-rectangle').first()).toBeVisible();
    },
  },
  {
    name: 'reward-new',
    what: 'Making a reward.',
    open: async (page, shop) => {
      await make(page, shop, 'rewards');
      await page.getByLabel('Title').fill('Free iced tea');
      await page.getByText('A free item').click();
    },
    leave: leaveForm,
  },
  {
    name: 'customer-award',
    what: 'Giving or correcting points by hand, with the reason that stays in the ledger.',
    open: async (page, shop) => {
      await toCustomer(page, shop);
      await page.getByRole('button', { name: 'Points by hand' }).click();
      await dialogIsOpen(page, `Points for ${shop.customer.name}`);
      await page.getByLabel('How many points').fill('50');
    },
  },
  {
    name: 'customer-card-void',
    what: 'Voiding a card that was lost, after saying what that means.',
    open: async (page, shop) => {
      await toCustomer(page, shop);
      await page.getByRole('button', { name: 'Lost or stolen?' }).click();
      await dialogIsOpen(page, `Void the card of ${shop.customer.name}?`);
    },
  },
];
