import type { Page } from '@playwright/test';
import axe, { type RunOptions } from 'axe-core';

/** What axe finds that keeps somebody from using the screen; `coloursAlone` for another look of the same screen. */
export async function findBarriers(page: Page, { coloursAlone = false } = {}): Promise<string[]> {
  // Half a megabyte, which stays for as long as the document does.
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe.source);
  // In a page without frames, and told of what is wrong alone: half the time.
  const options: RunOptions = {
    resultTypes: ['violations'],
    selectors: false,
    iframes: false,
    ...(coloursAlone ? { runOnly: ['color-contrast'] } : {}),
  };
  const violations = await page.evaluate(async (asked) => {
    const { axe: here } = window as unknown as { axe: typeof axe };
    return (await here.run(document, asked)).violations;
  }, options);
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) => nodes.map(({ html, failureSummary }) => `${id}: ${html}\n${failureSummary}`));
}
