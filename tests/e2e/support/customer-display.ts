import type { Page } from '@playwright/test';

/** Opens the customer display from the till with its key, as a second window. */
export async function openCustomerDisplay(till: Page): Promise<Page> {
  const [display] = await Promise.all([
    till.context().waitForEvent('page'),
    till.keyboard.press('Control+y'),
  ]);
  await display.waitForLoadState();
  return display;
}
