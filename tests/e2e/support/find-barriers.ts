import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';

/** What axe finds that keeps somebody from using the screen; `coloursAlone` for another look of the same screen. */
export async function findBarriers(page: Page, { coloursAlone = false } = {}): Promise<string[]> {
  // In the page itself, which has no frames, and told of what is wrong alone: half the time.
  const axe = new AxeBuilder({ page })
    .setLegacyMode()
    .options({ resultTypes: ['violations'], selectors: false, iframes: false });
  const { violations } = await (coloursAlone ? axe.withRules(['color-contrast']) : axe).analyze();
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) => nodes.map(({ html, failureSummary }) => `${id}: ${html}\n${failureSummary}`));
}
