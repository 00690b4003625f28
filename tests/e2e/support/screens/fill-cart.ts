import { expect, type Page } from '@playwright/test';
import type { DemoShop } from '../demo-shop.ts';
import { scan } from '../scan.ts';
import { emptyHands } from '../empty-hands.ts';
import { leaveTill } from '../leave-till.ts';
import { demoOwner, sellScreenIsReady } from '../sign-in.ts';

export const toSell = async (page: Page, { till }: DemoShop) => {
  // Leaving first: the screen would keep its cart again.
  await leaveTill(page, till.url);
  await emptyHands(till.url, demoOwner.pin);
  await page.goto(`${till.url}/sell`);
  await sellScreenIsReady(page);
  await expect(page.getByRole('button', { name: /Pandesal/ }).first()).toBeVisible();
};

export const ringUp = async (page: Page, barcodes: readonly string[]) => {
  for (const barcode of barcodes) await scan(page, barcode);
  await expect(page.getByRole('region', { name: 'Totals and actions' })).toContainText(
    `${barcodes.length} items`,
  );
};

/** A sale under way: a customer and six items. */
export const fillCart = async (page: Page, shop: DemoShop) => {
  await toSell(page, shop);
  await scan(page, shop.customer.qrCode);
  await expect(
    page.getByRole('button', { name: `Change the customer: ${shop.customer.name}` }),
  ).toBeVisible();
  const [bread, cake, coffee, milk, noodles] = shop.barcodes.slice(3, 8);
  await ringUp(
    page,
    [bread, cake, cake, coffee, milk, noodles].flatMap((code) => code ?? []),
  );
};
