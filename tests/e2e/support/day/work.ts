import { expect, type Locator } from '@playwright/test';
import { pesos } from '../money.ts';
import { typeByHand } from '../scan.ts';
import { cartLine, cartLines } from '../sell-screen.ts';
import { sellScreenIsReady } from '../sign-in.ts';
import type { Hands } from './hands.ts';
import { cashier, customerName, owner } from './open-shop.ts';
import { floatPieces, freeDiscountPercent, shelf, type PlannedLine, type PlannedSale } from './plan.ts';
import type { ReckonedSale } from './reckon.ts';

/** What a cashier does with a till, by either pair of hands. */
const dialog = ({ page }: Hands, name: string | RegExp): Locator => page.getByRole('dialog', { name });
const button = ({ page }: Hands, name: string | RegExp): Locator => page.getByRole('button', { name });
/** `₱1,234.50` as people type it. */
const typed = (minor: bigint): string => `${minor / 100n}.${String(minor % 100n).padStart(2, '0')}`;

export async function signIn(hands: Hands, url: string): Promise<void> {
  const { page } = hands;
  await page.goto(url);
  await page.getByLabel('PIN', { exact: true }).waitFor();
  await hands.pin(page.locator('body'), cashier.pin, /^Sign in/);
}

export async function openShift(hands: Hands): Promise<void> {
  await hands.press(button(hands, 'No shift open'));
  const opening = dialog(hands, 'Open the shift');
  await hands.choose(opening.getByRole('radio', { name: 'By piece' }));
  for (const [worth, count] of Object.entries(floatPieces))
    await hands.write(opening.getByLabel(`How many ${pesos(Number(worth))}`), String(count));
  await hands.press(opening.getByRole('button', { name: 'Open the shift' }));
  await expect(hands.page.getByText(/^Shift 1 open since/)).toBeVisible();
  await expect(hands.page.getByRole('dialog')).toHaveCount(0);
}

/** A manager stands beside the till. */
export async function override(hands: Hands): Promise<void> {
  await hands.pin(dialog(hands, 'A manager has to approve this'), owner.pin, /^Approve/);
}

export async function add(hands: Hands, line: PlannedLine): Promise<void> {
  const { page } = hands;
  const { name, unit } = shelf[line.goods];
  if (hands.name === 'keyboard') {
    await typeByHand(page, `${line.quantity}*${name.slice(0, 4)}`);
    await expect(page.getByRole('option', { name: new RegExp(name) })).toBeVisible();
    await page.keyboard.press('Enter');
  } else {
    await page.getByRole('button', { name: new RegExp(`^${name}`) }).tap();
    if (unit === 'kg' || line.quantity !== '1') {
      if (unit === 'each') {
        await expect(cartLine(page, name)).toBeVisible();
        await page.getByRole('button', { name: `Quantity of ${name}: 1` }).tap();
      }
      const asked = page.getByRole('dialog');
      for (const key of line.quantity) await asked.getByRole('button', { name: key, exact: true }).tap();
      await asked.getByRole('button', { name: /^(Set|Add)/ }).tap();
    }
  }
  await expect(cartLine(page, name)).toBeVisible();
  if (line.discountPercent !== undefined) await discount(hands, 'line', line.discountPercent);
}

async function discount(hands: Hands, on: 'line' | 'sale', percent: number): Promise<void> {
  await hands.press(button(hands, /^Discount/), 'F8');
  const giving = dialog(hands, 'Discount');
  if (on === 'sale') await hands.choose(giving.getByRole('radio', { name: 'Whole sale' }));
  const isFree = percent <= freeDiscountPercent;
  await hands.write(giving.getByLabel('Percent off'), String(percent));
  if (!isFree) await hands.press(giving.getByRole('button', { name: 'Damaged' }));
  await hands.press(giving.getByRole('button', { name: /^Give the discount/ }));
  if (!isFree) await override(hands);
  await expect(hands.page.getByRole('dialog')).toHaveCount(0);
}

export async function ringUp(hands: Hands, sale: PlannedSale): Promise<void> {
  const { page } = hands;
  for (const line of sale.lines) await add(hands, line);
  if (sale.takenOut !== undefined) {
    const before = await cartLines(page).count();
    await add(hands, sale.takenOut);
    await expect(cartLines(page)).toHaveCount(before + 1);
    await hands.press(page.getByRole('button', { name: 'Remove', exact: true }), 'Delete');
    await expect(cartLines(page)).toHaveCount(before);
  }
  if (sale.toCustomer === true) {
    await hands.press(button(hands, /^Customer/), 'F3');
    const finding = page.getByRole('dialog');
    await hands.write(finding.getByRole('combobox'), customerName);
    await expect(finding.getByRole('option')).toHaveCount(1);
    await hands.press(finding.getByRole('option'), 'Enter');
    await expect(button(hands, `Change the customer: ${customerName}`)).toBeVisible();
  }
  if (sale.saleDiscountPercent !== undefined) await discount(hands, 'sale', sale.saleDiscountPercent);
}

export async function pay(hands: Hands, sale: PlannedSale, reckoned: ReckonedSale): Promise<void> {
  const { page } = hands;
  await expect(page.getByTestId('total')).toHaveText(pesos(Number(reckoned.total)));
  if (sale.pay.by === 'exact') {
    await hands.press(button(hands, /^Exact cash/), 'F10');
  } else {
    await hands.press(button(hands, /^Pay/), 'F9');
    await takePayment(hands, sale, reckoned);
  }
  await expect(page.getByText('Sale stored')).toBeVisible();
  await expect(page.getByTestId('change-due')).toHaveText(pesos(Number(reckoned.change)));
  await hands.press(button(hands, /^Next/), 'Enter');
  await sellScreenIsReady(page);
}

async function takePayment(hands: Hands, { pay: how }: PlannedSale, reckoned: ReckonedSale): Promise<void> {
  const { page } = hands;
  const finish = () => hands.press(button(hands, /^(Finish|Take)/).first(), 'Enter');
  const reference = page.getByLabel('Reference from the card terminal');
  switch (how.by) {
    case 'cash':
      await hands.write(page.getByLabel('Cash received'), how.handedOver);
      return finish();
    case 'card':
      await hands.press(tender(hands, 'Card'), 'Alt+2');
      await hands.write(reference, 'TERMINAL-1');
      return finish();
    case 'split':
      await hands.press(tender(hands, 'Card'), 'Alt+2');
      await hands.write(page.getByLabel('On the card'), how.card);
      await hands.write(reference, 'TERMINAL-2');
      await finish();
      await restInCash(hands, reckoned);
      return finish();
    case 'points':
      await hands.press(tender(hands, 'Points'), 'Alt+4');
      await hands.write(page.getByLabel('Points to use'), String(how.points));
      await finish();
      await restInCash(hands, reckoned);
      return finish();
    case 'exact':
      return finish();
  }
}

const tender = ({ page }: Hands, name: string): Locator =>
  page.getByRole('region', { name: 'How' }).getByRole('button', { name: new RegExp(`^${name}`) });

async function restInCash(hands: Hands, { cash }: ReckonedSale): Promise<void> {
  const { page } = hands;
  await expect(page.getByTestId('left-to-pay')).toHaveText(pesos(Number(cash)));
  await hands.press(tender(hands, 'Cash'), 'Alt+1');
  await hands.write(page.getByLabel('Cash received'), typed(cash));
  // No person is quicker: a second press within this time counts for the part that was taken.
  await page.waitForTimeout(500);
}

export async function hold(hands: Hands, name: string): Promise<void> {
  await hands.press(button(hands, /^Hold/), 'F4');
  const holding = dialog(hands, 'Hold this cart');
  await hands.write(holding.getByLabel('Name'), name);
  await hands.press(holding.getByRole('button', { name: /^Hold/ }), 'Enter');
  await expect(hands.page.getByText('The cart is empty.')).toBeVisible();
}

export async function recall(hands: Hands, name: string): Promise<void> {
  await hands.press(button(hands, /^Recall/), 'F6');
  const recalling = dialog(hands, 'Recall a cart');
  await expect(recalling.getByRole('option', { name: new RegExp(name) })).toBeVisible();
  await hands.press(recalling.getByRole('button', { name: /^Recall/ }), 'Enter');
  await expect(hands.page.getByRole('dialog')).toHaveCount(0);
}
