import type { Page } from '@playwright/test';

/** Leaves the till for its icon: an empty page would cost a process of the browser, and a second one the way back. */
export async function leaveTill(page: Page, url: string): Promise<void> {
  await page.goto(`${url}/icon.svg`);
}
