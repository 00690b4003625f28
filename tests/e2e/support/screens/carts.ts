import { expect } from '@playwright/test';
import { emptyHands } from '../empty-hands.ts';
import type { DemoShop } from '../demo-shop.ts';
import { leaveTill } from '../leave-till.ts';
import { demoOwner } from '../sign-in.ts';
import { fillCart, ringUp, toSell } from './fill-cart.ts';
import { dialogIsOpen, type Screen } from './screen.ts';

/** Carts on hold, and the one that a screen left behind. */
export const cartScreens: readonly Screen<DemoShop>[] = [
  {
    name: 'hold',
    what: 'Putting a cart on hold: the name is there already, Enter holds it.',
    open: async (page, shop) => {
      await fillCart(page, shop);
      await page.keyboard.press('F4');
      await dialogIsOpen(page, 'Hold this cart');
    },
  },
  {
    name: 'recall',
    what: 'Carts on hold: whose, since when, how much, and what is in the one in front.',
    open: async (page, shop) => {
      await fillCart(page, shop);
      await page.keyboard.press('F4');
      await expect(page.getByRole('dialog').getByLabel('Name')).toBeFocused();
      await page.keyboard.press('Enter');
      await expect(page.getByText('The cart is empty.')).toBeVisible();
      await ringUp(page, shop.barcodes.slice(0, 2));
      await page.keyboard.press('F6');
      await dialogIsOpen(page, 'Recall a cart');
      await expect(page.getByRole('option')).not.toHaveCount(0);
    },
  },
  {
    name: 'recall-empty',
    what: 'No cart is on hold, and how one gets there.',
    open: async (page, shop) => {
      await leaveTill(page, shop.till.url);
      await throwAway(shop);
      await toSell(page, shop);
      await page.keyboard.press('F6');
      await expect(page.getByText('No cart is on hold.')).toBeVisible();
    },
  },
  {
    name: 'left-cart',
    what: 'After a crash: the cart that was being rung up is offered to whom it belongs.',
    open: async (page, shop) => {
      await emptyHands(shop.till.url, demoOwner.pin);
      const { items } = await shop.api.call<{ items: Product[] }>('GET', '/products?limit=3');
      await shop.api.call('PATCH', `/carts/${crypto.randomUUID()}`, leftBehind(items));
      await leaveTill(page, shop.till.url);
      await page.goto(`${shop.till.url}/sell`);
      await dialogIsOpen(page, 'A cart was left behind');
      await expect(page.getByRole('region', { name: 'What is in it' }).getByRole('listitem')).toHaveCount(3);
    },
    leave: async (page) => page.keyboard.press('Escape'),
  },
];

type Product = { id: string; name: string; priceMinor: number };

/** A cart as a screen that is gone told it last. */
function leftBehind(products: readonly Product[]) {
  const lines = products.map((product) => ({
    lineId: crypto.randomUUID(),
    product,
    quantityMilli: 1000,
    unitPriceMinor: product.priceMinor,
  }));
  return {
    state: 'in-hand',
    name: '',
    screen: crypto.randomUUID(),
    lines: lines.map(({ lineId, product, quantityMilli }) => ({
      lineId,
      productId: product.id,
      name: product.name,
      quantityMilli,
      amountMinor: product.priceMinor,
    })),
    draft: { version: 1, draft: { lines }, taken: [] },
    itemCount: lines.length,
    totalMinor: products.reduce((sum, { priceMinor }) => sum + priceMinor, 0),
  };
}

async function throwAway({ api }: DemoShop): Promise<void> {
  const { items } = await api.call<{ items: { id: string }[] }>('GET', '/carts');
  for (const { id } of items) await api.call('POST', `/carts/${id}/discard`, {});
}
