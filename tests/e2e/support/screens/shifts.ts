import { expect, type Page } from '@playwright/test';
import type { DemoShop } from '../demo-shop.ts';
import { dialogIsOpen, heading, type Screen } from './screen.ts';

const openClosing = async (page: Page, { till }: DemoShop): Promise<void> => {
  await page.goto(`${till.url}/shift/close`);
  await expect(page.getByLabel('How many ₱1,000.00')).toBeVisible();
};

/** The shift, from cash that moves to the Z report: the last one closes it, and opens the next. */
export const shiftScreens: readonly Screen<DemoShop>[] = [
  {
    name: 'cash-move',
    what: 'Cash in, out, to the safe, or the drawer opened without a sale: each with a reason and a slip.',
    open: async (page, { till }) => {
      await page.goto(`${till.url}/shift`);
      await page.getByRole('button', { name: 'The drawer' }).click();
      await dialogIsOpen(page, 'The drawer');
    },
  },
  {
    name: 'shift',
    what: 'The shift so far: what the drawer should hold, what moved, the X report.',
    open: async (page, { till, api }) => {
      const move = { kind: 'drop', amountMinor: 150_000, reason: 'The drawer was full' };
      await api.call('POST', '/cash-moves', { id: crypto.randomUUID(), ...move });
      await page.goto(`${till.url}/shift`);
      await expect(page.getByText('The drawer was full · Slip 1')).toBeVisible();
    },
  },
  {
    name: 'shift-count',
    what: 'The drawer is counted piece by piece, and nobody is told what should be there.',
    open: async (page, shop) => {
      await openClosing(page, shop);
      await page.getByLabel('How many ₱1,000.00').fill('5');
      await page.getByLabel('How many ₱20.00').fill('17');
    },
  },
  {
    name: 'shift-result',
    what: 'Over or short, how the books come to theirs, and why.',
    open: async (page, shop) => {
      await openClosing(page, shop);
      await page.getByLabel('How many ₱1,000.00').fill('5');
      await page.getByRole('button', { name: 'This is what I counted' }).click();
      await expect(page.getByText('How the drawer comes to it')).toBeVisible();
    },
  },
  {
    name: 'z-report',
    what: 'The shift is closed: its Z report, as it is printed and as it stays.',
    open: async (page, shop) => {
      await openClosing(page, shop);
      await page.getByLabel('How many ₱1,000.00').fill('5');
      await page.getByRole('button', { name: 'This is what I counted' }).click();
      await page.getByLabel('Why is it over or short?').fill('The takings went to the bank');
      await page.getByRole('button', { name: 'Close the shift' }).click();
      await heading(page, 'Shift 1 is closed');
    },
  },
  {
    name: 'shift-open',
    what: 'The next shift opens with what the last one left, piece by piece.',
    open: async (page, { till }) => {
      await page.goto(`${till.url}/shift`);
      await page.getByRole('button', { name: 'Open the shift' }).click();
      await dialogIsOpen(page, 'Open the shift');
      await expect(page.getByLabel('How many ₱1,000.00')).toHaveValue('5');
    },
    leave: async (page) => {
      await page.getByRole('dialog').getByRole('button', { name: 'Open the shift' }).click();
      await expect(page.getByRole('dialog')).toBeHidden();
    },
  },
  {
    name: 'z-reports',
    what: 'Every Z report, with what was over or short.',
    open: async (page, { till }) => {
      await page.goto(`${till.url}/z-reports`);
      await expect(page.getByText('Over or short')).toBeVisible();
      await expect(page.getByText('Olivia Owner').first()).toBeVisible();
    },
  },
];
