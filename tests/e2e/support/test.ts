import { expect, test as base, type ConsoleMessage, type Page } from '@playwright/test';

export { expect } from '@playwright/test';
export type { Page } from '@playwright/test';

/** What a browser says of every answer that is not 2xx, of an engine that a test has killed, and of an icon it looks for by itself. */
const isAnswerOfApi = (message: ConsoleMessage) =>
  message.text().startsWith('Failed to load resource') &&
  (message.location().url.includes('/api/v1/') ||
    message.location().url.endsWith('/favicon.ico') ||
    /ERR_(CONNECTION_REFUSED|CONNECTION_RESET|EMPTY_RESPONSE)/.test(message.text()));

/** Gathers what a page complains of. An answer of the API with a failure is no complaint. */
export function watchForFaults(page: Page): string[] {
  const faults: string[] = [];
  page.on('pageerror', (error) => faults.push(`${error.name}: ${error.message}`));
  page.on('console', (message) => {
    if (message.type() === 'error' && !isAnswerOfApi(message))
      faults.push(`${message.text()} (${message.location().url})`);
  });
  return faults;
}

/** Every test fails when its page threw an error or wrote one to the console. */
export const test = base.extend<{ faultless: void }>({
  faultless: [
    async ({ page }, use) => {
      const faults = watchForFaults(page);
      await use();
      expect(faults).toEqual([]);
    },
    { auto: true },
  ],
});
