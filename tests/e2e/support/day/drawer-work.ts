import { expect } from '@playwright/test';
import { pesos } from '../money.ts';
import { sellScreenIsReady } from '../sign-in.ts';
import type { Hands } from './hands.ts';
import { cashier } from './open-shop.ts';
import { shelf, type plannedMoves, type plannedRefunds } from './plan.ts';
import { override } from './work.ts';

/** What a cashier does with money and goods that come back, by either pair of hands. */
export type Move = (typeof plannedMoves)[number];
export type Refund = (typeof plannedRefunds)[number];

/** By the key from anywhere, by the finger through the status bar. */
async function toShift(hands: Hands): Promise<void> {
  await hands.press(hands.page.getByRole('link', { name: /^Shift 1 open since/ }), 'Control+g');
  await expect(hands.page.getByRole('heading', { name: 'Shift 1' })).toBeVisible();
}

export async function toSell(hands: Hands): Promise<void> {
  await hands.press(hands.page.getByRole('link', { name: 'Sell', exact: true }).first());
  await sellScreenIsReady(hands.page);
}

const moveWords: Record<Move['kind'], { way: string; act: string }> = {
  in: { way: 'Cash in', act: 'Put it in' },
  out: { way: 'Cash out', act: 'Take it out' },
  drop: { way: 'To the safe', act: 'Put it in the safe' },
  'no-sale': { way: 'No sale', act: 'Open the drawer' },
};

export async function moveCash(hands: Hands, { kind, amount, reason }: Move): Promise<void> {
  const { page } = hands;
  const { way, act } = moveWords[kind];
  const moving = page.getByRole('dialog', { name: 'The drawer' });
  if (hands.name === 'touch') await toShift(hands);
  await hands.press(page.getByRole('button', { name: /^The drawer/ }), 'Control+d');
  await hands.choose(moving.getByRole('radio', { name: way }));
  if (kind !== 'no-sale') await hands.write(moving.getByLabel('Amount'), amount);
  await hands.write(moving.getByLabel('Why'), reason);
  await hands.press(moving.getByRole('button', { name: act, exact: true }));
  if (kind === 'no-sale') {
    const asking = page.getByRole('dialog', { name: 'Confirm this with your PIN' });
    await hands.pin(asking, cashier.pin, /^Confirm/);
  }
  await expect(page.getByRole('dialog')).toHaveCount(0);
  if (hands.name === 'touch') await toSell(hands);
}

export async function refund(
  hands: Hands,
  planned: Refund,
  { receiptNumber, isByCard }: { receiptNumber: string; isByCard: boolean },
): Promise<void> {
  const { page } = hands;
  if (hands.name === 'keyboard') await page.keyboard.press('Control+b');
  else {
    await page.getByRole('button', { name: 'Menu' }).tap();
    await page.getByRole('dialog').getByRole('link', { name: 'Refund', exact: true }).tap();
  }
  await hands.write(page.getByPlaceholder('Receipt number'), receiptNumber.slice(-6));
  await hands.press(page.getByRole('button', { name: 'Find' }), 'Enter');
  await expect(page.getByRole('button', { name: /^Whole sale/ })).toBeVisible();
  if (planned.lines === 'all') await hands.press(page.getByRole('button', { name: /^Whole sale/ }), 'Alt+a');
  else {
    const { name } = shelf[planned.lines.goods];
    for (let piece = 0; piece < Number(planned.lines.quantity); piece += 1)
      await hands.press(page.getByRole('button', { name: `One more ${name}` }));
  }
  await hands.press(page.getByRole('button', { name: planned.reason, exact: true }));
  if (isByCard) await hands.write(page.getByLabel(/reverse it there/), 'TERMINAL-R');
  await hands.press(page.getByRole('button', { name: /^Refund ₱/ }));
  await override(hands);
  await expect(page.getByTestId('pay-out')).toBeVisible();
  await hands.press(page.getByRole('button', { name: /^Back to selling/ }), 'Enter');
  await sellScreenIsReady(page);
}

export async function voidSale(
  hands: Hands,
  { receiptNumber, reason }: { receiptNumber: string; reason: string },
): Promise<void> {
  const { page } = hands;
  await hands.press(page.getByRole('button', { name: 'Menu' }));
  await hands.press(page.getByRole('dialog').getByRole('link', { name: 'Sales' }));
  await hands.write(page.getByRole('searchbox'), receiptNumber.slice(-6));
  const row = page.getByRole('row').filter({ hasText: receiptNumber });
  await expect(row).toBeVisible();
  if (hands.name === 'touch') await row.tap();
  else {
    // From the search into the list, and the row in front opens.
    await page.keyboard.press('Enter');
    await page.keyboard.press('Enter');
  }
  await hands.press(page.getByRole('button', { name: 'Void', exact: true }));
  const voiding = page.getByRole('dialog', { name: `Void ${receiptNumber}` });
  await hands.press(voiding.getByRole('button', { name: reason, exact: true }));
  await hands.press(voiding.getByRole('button', { name: 'Void the sale' }));
  await override(hands);
  await expect(voiding).toBeHidden();
  await toSell(hands);
}

/** Counts so many pieces, largest first, and closes; the drawer may be short by so much without a manager. */
export async function closeShift(hands: Hands, countedMinor: number): Promise<void> {
  const { page } = hands;
  if (hands.name === 'touch') await toShift(hands);
  await hands.press(page.getByRole('button', { name: /^Close the shift/ }), 'Alt+z');
  await expect(page.getByText('What it should hold is told after the count.')).toBeVisible();
  for (const [worth, count] of Object.entries(piecesOf(countedMinor)))
    await hands.write(page.getByLabel(`How many ${pesos(Number(worth))}`), String(count));
  await hands.press(page.getByRole('button', { name: 'This is what I counted' }));
  await expect(page.getByText(/short$/).first()).toBeVisible();
  const why = page.getByLabel('Why is it over or short?');
  if (await why.isVisible()) await hands.write(why, 'A coin fell down');
  await hands.press(page.getByRole('button', { name: 'Close the shift' }));
  await expect(page.getByRole('heading', { name: 'Shift 1 is closed' })).toBeVisible();
}

/** The fewest notes and coins that come to an amount. */
function piecesOf(amountMinor: number): Record<string, number> {
  const pieces: Record<string, number> = {};
  let left = amountMinor;
  for (const worth of [100_000, 50_000, 20_000, 10_000, 5_000, 2_000, 1_000, 500, 100, 25, 5, 1]) {
    const count = Math.floor(left / worth);
    if (count > 0) pieces[String(worth)] = count;
    left -= count * worth;
  }
  return pieces;
}
