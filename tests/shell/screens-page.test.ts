import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { format, resolveConfig } from 'prettier';
import { expect, test } from 'vitest';
import { cartScreens } from '../e2e/support/screens/carts.ts';
import { creditScreens } from '../e2e/support/screens/credits.ts';
import { displayScreens } from '../e2e/support/screens/display.ts';
import { firstStartScreens } from '../e2e/support/screens/first-start.ts';
import { listScreens } from '../e2e/support/screens/lists.ts';
import { loyaltyScreens } from '../e2e/support/screens/loyalty.ts';
import { offerScreens } from '../e2e/support/screens/offers.ts';
import { ownerScreens } from '../e2e/support/screens/owner.ts';
import { payScreens } from '../e2e/support/screens/paying.ts';
import { refundScreens } from '../e2e/support/screens/refunding.ts';
import { sellScreens } from '../e2e/support/screens/selling.ts';
import { shiftScreens } from '../e2e/support/screens/shifts.ts';
import { signInScreens } from '../e2e/support/screens/sign-in.ts';
import { turnScreens } from '../e2e/support/screens/turns.ts';

/*
 * The page of pictures is made from the screens that the browser tests look at. It is only written with
 * SUKLI_SCREENSHOTS=1; otherwise it must be as it would be written.
 */
const file = join(import.meta.dirname, '..', '..', 'docs', 'screens.md');

const parts: readonly (readonly [string, readonly { name: string; what: string }[]])[] = [
  ['The first start', firstStartScreens],
  ['Signing in', signInScreens],
  ['Selling', sellScreens],
  ['Carts on hold', cartScreens],
  ['Paying', payScreens],
  ['Gift cards, credit and accounts', creditScreens],
  ['Refunds and voids', refundScreens],
  ['The drawer and the shift', shiftScreens],
  ['One person and the next', turnScreens],
  ['The customer’s display', displayScreens],
  ['Points and offers at the counter', loyaltyScreens],
  ['Sales, customers, products', listScreens],
  ['Offers', offerScreens],
  ['The owner’s pages', ownerScreens],
];
const looks = ['light', 'dark'].flatMap((look) => ['1280', '1024'].map((size) => ({ look, size })));

function tableOf(screens: (typeof parts)[number][1]): string {
  const rows = screens.map(({ name, what }) => {
    const pictures = looks.map(
      ({ look, size }) => `[${look} ${size}](screenshots/${name}-${look}-${size}.png)`,
    );
    return `| [${name}](screenshots/${name}-light-1280.png) | ${what} | ${pictures.join(' · ')} |`;
  });
  return ['| screen | what it is for | pictures |', '| --- | --- | --- |', ...rows].join('\n');
}

test('the page of screens shows every screen that is looked at', async () => {
  const known = readFileSync(file, 'utf8');
  const head = known.slice(0, known.indexOf('\n## '));
  const papers = known.slice(known.indexOf('\n## The papers'));
  const tables = parts.map(([title, screens]) => `\n## ${title}\n\n${tableOf(screens)}\n`);
  const options = await resolveConfig(file);
  const page = await format(`${head}\n${tables.join('')}${papers}`, { ...options, parser: 'markdown' });
  if (process.env['SUKLI_SCREENSHOTS'] === '1') writeFileSync(file, page);
  else expect(known).toBe(page);
});
