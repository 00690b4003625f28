import type { Page } from '@playwright/test';

/** A scanner that types like a keyboard: the characters in a burst, then Enter. */
export async function scan(page: Page, code: string): Promise<void> {
  await page.keyboard.type(code, { delay: 8 });
  await page.keyboard.press('Enter');
}

/** Keys as a person presses them, slow enough to be no scanner. */
export async function typeByHand(page: Page, text: string): Promise<void> {
  await page.keyboard.type(text, { delay: 95 });
}
