import type { Locator, Page } from '@playwright/test';

export function cartLines(page: Page): Locator {
  return page.getByRole('region', { name: 'Cart', exact: true }).getByRole('listitem');
}

export function cartLine(page: Page, name: string): Locator {
  return cartLines(page).filter({ hasText: name });
}
