import { expect, type Page } from '@playwright/test';
import type { DemoShop } from '../demo-shop.ts';
import type { SyncShop } from '../sync-shop.ts';
import { dialogIsOpen, heading, type Screen } from './screen.ts';

const toSync = async (page: Page, { till }: DemoShop, part = '') => {
  await page.goto('about:blank');
  await page.goto(`${till.url}/sync${part}`);
  await heading(page, 'Sync');
};
const escape = (page: Page) => page.keyboard.press('Escape');

/** A till that is alone. */
export const aloneScreens: readonly Screen<DemoShop>[] = [
  {
    name: 'sync-alone',
    what: 'A till that belongs to no cloud: that this is fine, and what joining would give.',
    open: async (page, shop) => {
      await toSync(page, shop);
      await expect(page.getByText('This till works alone, and may do so for ever.')).toBeVisible();
    },
  },
  {
    name: 'sync-join',
    what: 'Joining a shop’s cloud: the code of another till, typed, scanned or read by the camera.',
    open: async (page, shop) => {
      await toSync(page, shop);
      await page.getByRole('button', { name: 'Join a shop’s cloud' }).click();
      await dialogIsOpen(page, 'Join a shop’s cloud');
      await page.getByLabel('Address of the cloud').fill('https://cloud.example.com');
    },
    leave: escape,
  },
  {
    name: 'sync-readiness',
    what: 'Whether this till can work three weeks alone, and what to see to before.',
    open: async (page, shop) => {
      await toSync(page, shop);
      await page.getByRole('button', { name: 'Three weeks alone?' }).click();
      await expect(page.getByRole('list', { name: 'What was looked at' })).toBeVisible();
    },
    leave: escape,
  },
];

/** A till of a cloud with two shops. */
export const syncScreens: readonly Screen<SyncShop>[] = [
  {
    name: 'sync',
    what: 'What waits for the cloud, what was sent and received, and where this till belongs.',
    open: async (page, shop) => {
      await toSync(page, shop);
      await expect(page.getByText('All that was sold is with the cloud.')).toBeVisible();
    },
  },
  {
    name: 'sync-proof',
    what: 'The proof: what this till has, what the cloud has of it, and that both are the same.',
    open: async (page, shop) => {
      await toSync(page, shop);
      await page.getByRole('button', { name: 'Prove it' }).click();
      await expect(page.getByText(/digests match\.$/)).toBeVisible();
    },
    leave: escape,
  },
  {
    name: 'sync-leave',
    what: 'Before a till leaves its cloud.',
    open: async (page, shop) => {
      await toSync(page, shop);
      await page.getByRole('button', { name: 'Leave the cloud' }).click();
      await dialogIsOpen(page, 'Leave the cloud?');
    },
    leave: escape,
  },
  {
    name: 'sync-exceptions',
    what: 'What somebody should look at: one barcode on two products, one person twice, each with what to do.',
    open: async (page, shop) => {
      await toSync(page, shop, '/exceptions');
      await expect(page.getByText(/^Two products have the barcode/)).toBeVisible();
      await expect(page.getByText('Two customers have one phone number')).toBeVisible();
    },
  },
  {
    name: 'customer-merge',
    what: 'Two records of one person side by side, which one stays, and what adds up.',
    open: async (page, shop) => {
      await toSync(page, shop, '/exceptions');
      await page.getByRole('button', { name: 'Compare and merge …' }).first().click();
      await expect(page.getByRole('table', { name: 'Both records' })).toBeVisible();
    },
    leave: escape,
  },
  {
    name: 'customer-twice',
    what: 'A customer who seems to be here twice.',
    open: async (page, { till, twin }) => {
      await page.goto(`${till.url}/customers/${twin.id}`);
      await expect(page.getByText('This may be somebody who is here twice.')).toBeVisible();
    },
  },
  {
    name: 'customer-erase',
    what: 'Before a customer is erased: what goes, what stays, and what is written off.',
    open: async (page, { till, customer }) => {
      await page.goto(`${till.url}/customers/${customer.id}`);
      await page.getByRole('button', { name: 'Erase' }).click();
      await dialogIsOpen(page, `Erase ${customer.name}?`);
      await expect(page.getByText(/^Written off with it/)).toBeVisible();
    },
    leave: escape,
  },
  {
    name: 'sync-tills',
    what: 'The shops of the business and their tills: when each was heard of last.',
    open: async (page, shop) => {
      await toSync(page, shop, '/tills');
      await expect(page.getByText('Harbour Street')).toBeVisible();
    },
  },
  {
    name: 'sync-till-code',
    what: 'The code with which one more till joins, to type or to scan.',
    open: async (page, shop) => {
      await toSync(page, shop, '/tills');
      await page.getByRole('button', { name: 'Add a till' }).click();
      await page.getByLabel('Name of the new till').fill('Till 3');
      await page.keyboard.press('Enter');
      await expect(page.getByRole('img', { name: 'QR code with address and code' })).toBeVisible();
    },
    leave: (page) => page.getByRole('button', { name: 'Done' }).click(),
  },
  {
    name: 'sync-reports',
    what: 'What all tills sold, by day, till, cashier, product or shop.',
    open: async (page, shop) => {
      await toSync(page, shop, '/reports');
      await expect(page.getByText('Together')).toBeVisible();
    },
  },
  {
    name: 'shift-confirmed',
    what: 'The shift is closed, and the cloud has all of it.',
    open: async (page, shop) => {
      await page.goto(`${shop.till.url}/shift/close`);
      await page.getByLabel('How many ₱1,000.00').fill('5');
      await page.getByRole('button', { name: 'This is what I counted' }).click();
      await page.getByLabel('Why is it over or short?').fill('The takings went to the bank');
      await page.getByRole('button', { name: 'Close the shift' }).click();
      await expect(page.getByText(/are confirmed by the cloud: digests match/)).toBeVisible();
    },
  },
  {
    name: 'sync-offline',
    what: 'The cloud is not reached: what waits is safe here, and selling goes on.',
    open: async (page, shop) => {
      await shop.cloud.kill();
      await shop.api.call('PATCH', `/customers/${shop.twin.id}`, { notes: 'Likes it dark' });
      await shop.api.call('POST', '/sync/now');
      await toSync(page, shop);
      await expect(page.getByText(/^The cloud cannot be reached\. \d/)).toBeVisible();
    },
  },
];
