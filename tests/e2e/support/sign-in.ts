import { expect, type Page } from '@playwright/test';
import { emptyHands } from './empty-hands.ts';
import { typePin } from './scan.ts';

export const demoOwner = { username: 'owner', password: 'sukli-demo', pin: '9999' };
export const demoCashier = { username: 'cashier', password: 'sukli-demo', pin: '1111' };

/** The sell screen stands and listens. */
export async function sellScreenIsReady(page: Page): Promise<void> {
  await expect(page.getByRole('combobox', { name: 'Search products, or scan' })).toBeVisible();
}

/** Signs in with a PIN, as a cashier does, with no cart in hand, and waits for the sell screen. */
export async function signInByPin(page: Page, url: string, pin: string): Promise<void> {
  await emptyHands(url, pin);
  await page.goto(`${url}/sign-in`);
  await expect(page.getByLabel('PIN', { exact: true })).toBeFocused();
  await typePin(page, pin);
  await page.keyboard.press('Enter');
  await sellScreenIsReady(page);
}
