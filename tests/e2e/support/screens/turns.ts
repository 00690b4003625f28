import { expect, type Page } from '@playwright/test';
import type { DemoShop } from '../demo-shop.ts';
import { typeByHand } from '../scan.ts';
import { demoOwner } from '../sign-in.ts';
import { ringUp, toSell } from './fill-cart.ts';
import { dialogIsOpen, type Screen } from './screen.ts';

const lock = async (page: Page) => {
  await page.keyboard.press('Control+l');
  await expect(page.getByLabel('PIN', { exact: true })).toBeFocused();
};

/** Where one person stops and another begins, as a cashier sees it. */
export const turnScreens: readonly Screen<DemoShop>[] = [
  {
    name: 'approval',
    what: 'A manager approves one act over the step it belongs to, after a wrong PIN.',
    open: async (page, shop) => {
      const byManager = { within: 'manager', limit: null, beyond: 'manager' };
      await shop.api.call('PATCH', '/settings', { acts: { 'remove-line': byManager } });
      await toSell(page, shop);
      await ringUp(page, shop.barcodes.slice(3, 5));
      await page.keyboard.press('Delete');
      await dialogIsOpen(page, 'A manager has to approve this');
      await typeByHand(page, '4712');
      await page.keyboard.press('Enter');
      await expect(page.getByText('This is not the PIN of a manager.')).toBeVisible();
      await typeByHand(page, '12');
    },
    leave: async (page) => {
      await page.keyboard.press('Escape');
      await page.keyboard.press('F4');
      await dialogIsOpen(page, 'Hold this cart');
      await page.keyboard.press('Enter');
      await expect(page.getByRole('dialog')).toBeHidden();
    },
  },
  {
    name: 'hand-over',
    what: 'Somebody else signed in while a cart was in hand: it waits for its owner, or goes over.',
    open: async (page, shop) => {
      await toSell(page, shop);
      await ringUp(page, shop.barcodes.slice(3, 6));
      await lock(page);
      await typeByHand(page, demoOwner.pin);
      await page.keyboard.press('Enter');
      await dialogIsOpen(page, 'This is the cart of Carlo Cashier');
    },
    leave: async (page) => {
      await page.getByRole('button', { name: 'Put it aside' }).click();
      await expect(page.getByRole('dialog')).toBeHidden();
    },
  },
  {
    name: 'auto-lock',
    what: 'Nobody is there: the till says that it is about to lock.',
    open: async (page, shop) => {
      await toSell(page, shop);
      // The clock on the wall stands still there, so that the picture can be taken.
      await page.clock.setFixedTime(Date.now() + 290_000);
      await expect(page.getByText('The till locks itself')).toBeVisible();
    },
  },
];
