import { expect } from '@playwright/test';
import type { DemoShop } from '../demo-shop.ts';
import { dialogIsOpen, listPage, type Screen } from './screen.ts';

const settings = (part: string, what: string): Screen<DemoShop> => ({
  name: `settings-${part}`,
  what,
  open: async (page, { till }) => {
    await page.goto(`${till.url}/settings/${part}`);
    await expect(page.getByRole('navigation', { name: 'Parts of the settings' })).toBeVisible();
    await expect(page.getByRole('heading', { level: 2 }).first()).toBeVisible();
  },
});

/** What only the owner opens, and the pages behind all others. */
export const ownerScreens: readonly Screen<DemoShop>[] = [
  {
    name: 'people',
    what: 'Who may sign in, with role, PIN and where they are signed in.',
    open: listPage('/people', 'Carlo Cashier'),
  },
  {
    name: 'person',
    what: 'One account: role, password, PIN, sign out everywhere, disable.',
    open: async (page, { till, cashierId }) => {
      await page.goto(`${till.url}/people?account=${cashierId}`);
      await dialogIsOpen(page, 'Carlo Cashier');
    },
  },
  {
    name: 'person-new',
    what: 'A new account.',
    open: async (page, { till }) => {
      await page.goto(`${till.url}/people`);
      await page.getByRole('button', { name: 'Add a person' }).click();
      await dialogIsOpen(page, 'Add a person');
    },
  },
  {
    name: 'accounts',
    what: 'Staff and customers in one list, to look over.',
    open: listPage('/accounts', /CUST-\d+/),
  },
  {
    name: 'day',
    what: 'The day: totals, hours, payments, products, cashiers, equal to the journal.',
    open: async (page, { till }) => {
      await page.goto(`${till.url}/day`);
      await expect(page.getByText(/^Equal to the journal/)).toBeVisible();
      await expect(page.getByRole('heading', { name: 'By hour' })).toBeVisible();
      await expect(page.locator('.recharts-bar-rectangle').first()).toBeVisible();
    },
  },
  {
    name: 'journal',
    what: 'Everything that ever happened, newest first.',
    open: listPage('/journal', /^Sold S01/),
  },
  {
    name: 'journal-entry',
    what: 'One entry with its hashes and what is written.',
    open: async (page, shop) => {
      await listPage('/journal', /^Sold S01/)(page, shop);
      await page
        .getByText(/^Sold S01/)
        .first()
        .click();
      await dialogIsOpen(page, /^Entry/);
    },
  },
  {
    name: 'journal-verified',
    what: 'The proof that nothing was altered, dropped or added.',
    open: async (page, { till }) => {
      await page.goto(`${till.url}/journal`);
      await page.getByRole('button', { name: 'Verify' }).click();
      await expect(page.getByText(/nothing was altered, dropped or added/)).toBeVisible();
    },
  },
  settings('shop', 'Name, address, currency, figures, time zone, end of the day.'),
  settings('tax', 'Tax classes and rates, and how tax is rounded.'),
  settings('acts', 'What staff may do, up to how much, and whose PIN it takes above that.'),
  settings('counter', 'Locking by itself, blind counts, tips, refunds without a receipt.'),
  settings('receipt', 'What stands on the receipt, with how it prints.'),
  settings('printer', 'The receipt printer, its test, and what waits for it.'),
  {
    name: 'settings-printer-network',
    what: 'A printer on the network: its address, paper and letters, and what the drawer opens for.',
    open: async (page, { till }) => {
      await page.goto(`${till.url}/settings/printer`);
      await page.getByText('On the network').click();
      await page.getByLabel('Address of the printer').fill('192.168.1.50');
    },
    leave: (page) => page.getByRole('button', { name: 'Discard' }).click(),
  },
  settings('scanner', 'The scanner: taught by three scans, changed by hand, tried out.'),
  settings('points', 'What customers earn, what points are worth, when they end, and tiers.'),
  settings('cash', 'Rounding of what is paid in cash.'),
  settings('discounts', 'The percents and reasons that the discount dialog offers.'),
  settings('barcodes', 'Labels with a price or a weight in them, and a field to try one.'),
  settings('stock', 'What happens when more is sold than there is.'),
  settings('doors', 'Who may reach this till besides its own window.'),
  settings(
    'api',
    'Programs: open access, how long logins last, devices with keys, and what programs can speak.',
  ),
  {
    name: 'settings-api-key',
    what: 'The key of a device, shown this once, to copy or to scan.',
    open: async (page, { till }) => {
      await page.goto(`${till.url}/settings/api`);
      await page.getByRole('button', { name: 'Give a device a key' }).click();
      await page.getByLabel('Name of the device').fill('Kiosk at the door');
      await page.keyboard.press('Enter');
      await expect(page.getByRole('img', { name: 'QR code of the key' })).toBeVisible();
    },
    leave: (page) => page.getByRole('button', { name: 'I have it' }).click(),
  },
  settings('about', 'Version, till, and the way to the API.'),
  {
    name: 'not-found',
    what: 'An address that leads nowhere.',
    open: listPage('/nowhere', 'There is no such page.'),
  },
  {
    name: 'api-docs',
    what: 'The API, for programmers, at `/api/docs`.',
    open: async (page, { till }) => {
      await page.goto(`${till.url}/api/docs`);
      await expect(page.getByText('/api/v1/health').first()).toBeVisible();
    },
  },
];
