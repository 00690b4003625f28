import { expect, type Page } from '@playwright/test';
import type { DemoShop } from '../demo-shop.ts';

/** One screen as it is looked at: for its picture, its layout and its barriers. */
export type Screen<Shop> = {
  name: string;
  /** The line that describes it in `docs/screens.md`. */
  what: string;
  open: (page: Page, shop: Shop) => Promise<void>;
  /** Brings the shop back to what the next screen expects. */
  leave?: (page: Page) => Promise<void>;
};

export const heading = (page: Page, name: string) =>
  expect(page.getByRole('heading', { name })).toBeVisible();

export const dialogIsOpen = (page: Page, name: string | RegExp) =>
  expect(page.getByRole('dialog', { name })).toBeVisible();

/** A page of the menu, and a text that stands on it once it is filled. */
export const listPage =
  (path: string | ((shop: DemoShop) => string), filled: string | RegExp): Screen<DemoShop>['open'] =>
  async (page, shop) => {
    await page.goto(shop.till.url + (typeof path === 'string' ? path : path(shop)));
    await expect(page.getByText(filled).filter({ visible: true }).first()).toBeVisible();
  };

/** What was asked for has come: lists are filled, pictures and letters are drawn. */
export async function isSettled(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
    for (let frames = 0; document.querySelector('[aria-busy="true"]') !== null; frames += 1) {
      if (frames > 900) throw new Error('Something on the screen is busy without an end.');
      await frame();
    }
    // A letter's font is asked for when the letter is laid out first.
    do {
      await frame();
      await frame();
      await document.fonts.ready;
    } while (document.fonts.status === 'loading');
    await Promise.all(Array.from(document.images, (image) => image.decode().catch(() => undefined)));
    await frame();
    await frame();
  });
}
