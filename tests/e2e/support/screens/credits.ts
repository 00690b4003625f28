import { expect, type Page } from '@playwright/test';
import type { DemoShop } from '../demo-shop.ts';
import { typeByHand } from '../scan.ts';
import { fillCart, toSell } from './fill-cart.ts';
import { dialogIsOpen, heading, type Screen } from './screen.ts';

const toGiftCards = async (page: Page) => {
  await page.keyboard.press('Control+i');
  await dialogIsOpen(page, 'Gift card');
};

/** Sells a gift card over 500.00 at the counter, and reads its code off the screen. */
async function sellGiftCard(page: Page, shop: DemoShop): Promise<string> {
  await toSell(page, shop);
  await toGiftCards(page);
  await page.getByLabel('Amount on the card').fill('500');
  await page.keyboard.press('Enter');
  await page.keyboard.press('F10');
  return (await page.getByText(/^GC1-/).textContent()) ?? '';
}

async function openAccount({ api, customer }: DemoShop): Promise<void> {
  await api.call('PATCH', '/settings', { credit: { onAccount: true } });
  for (const [kind, amountMinor, reason] of [
    ['store-credit', 24_500, 'Goods that came back'],
    ['on-account', -86_000, 'Bread of last week'],
  ] as const)
    await api.call('POST', `/customers/${customer.id}/credits`, {
      id: crypto.randomUUID(),
      kind,
      amountMinor,
      reason,
    });
}

/** What is paid before or after: gift cards, store credit, accounts, and tips beside. */
export const creditScreens: readonly Screen<DemoShop>[] = [
  {
    name: 'gift-card',
    what: 'Selling a gift card: quick sums, or any other.',
    open: async (page, shop) => {
      await fillCart(page, shop);
      await toGiftCards(page);
      await page.getByLabel('Amount on the card').fill('750');
    },
  },
  {
    name: 'gift-card-sold',
    what: 'A gift card was sold: its code as it prints.',
    open: async (page, shop) => {
      await sellGiftCard(page, shop);
      await expect(page.getByText('Sale stored')).toBeVisible();
    },
  },
  {
    name: 'gift-card-balance',
    what: 'What is left on a gift card, by its code.',
    open: async (page, shop) => {
      const code = await sellGiftCard(page, shop);
      await toSell(page, shop);
      await toGiftCards(page);
      await page.getByText('What is on it', { exact: true }).click();
      await page.getByRole('dialog').getByLabel('Code', { exact: true }).fill(code);
      await page.keyboard.press('Enter');
      await expect(page.getByText('₱500.00')).toBeVisible();
    },
  },
  {
    name: 'pay-gift-card',
    what: 'Paying with a gift card: what is on it, and what is left to pay.',
    open: async (page, shop) => {
      const code = await sellGiftCard(page, shop);
      await fillCart(page, shop);
      await page.keyboard.press('F9');
      await page.keyboard.press('Alt+5');
      await typeByHand(page, code);
      await page.keyboard.press('Enter');
      await expect(page.getByText('₱500.00 on it')).toBeVisible();
    },
  },
  {
    name: 'pay-tip',
    what: 'A tip on top of the sale: a share of it, or any amount.',
    open: async (page, shop) => {
      await shop.api.call('PATCH', '/settings', { counter: { tips: true } });
      await fillCart(page, shop);
      await page.keyboard.press('F9');
      await page.keyboard.press('Alt+8');
      await dialogIsOpen(page, 'Tip');
    },
    leave: async (page) => page.keyboard.press('Escape'),
  },
  {
    name: 'customer-credits',
    what: 'A customer with store credit and an account: what is owed, and every entry.',
    open: async (page, shop) => {
      await shop.api.call('PATCH', '/settings', { counter: { tips: false } });
      await openAccount(shop);
      await page.goto(`${shop.till.url}/customers/${shop.customer.id}`);
      await page.getByRole('tab', { name: 'Credit and account' }).click();
      await expect(page.getByText('Bread of last week')).toBeVisible();
    },
  },
  {
    name: 'customer-payment',
    what: 'A customer pays off what stands on the account.',
    open: async (page, { till, customer }) => {
      await page.goto(`${till.url}/customers/${customer.id}`);
      await expect(page.getByText('Owes on account')).toBeVisible();
      await page.keyboard.press('k');
      await dialogIsOpen(page, 'Take a payment');
    },
    leave: async (page) => page.keyboard.press('Escape'),
  },
  {
    name: 'credits',
    what: 'Every gift card, store credit and account, and what is outstanding.',
    open: async (page, { till }) => {
      await page.goto(`${till.url}/credits`);
      await heading(page, 'Cards and accounts');
      await expect(page.getByRole('row').nth(2)).toBeVisible();
    },
  },
  {
    name: 'settings-credit',
    what: 'Gift cards, store credit and accounts: what the shop offers, and how far it trusts.',
    open: async (page, { till }) => {
      await page.goto(`${till.url}/settings/credit`);
      await expect(page.getByRole('heading', { level: 2 }).first()).toBeVisible();
    },
    leave: async (page) => page.keyboard.press('Escape'),
  },
];
