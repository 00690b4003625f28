import { hasCardNumber } from './card-number.ts';
import { floorMultiplyDivide } from './money.ts';
import { fail, ok, type Failure, type Result } from './result.ts';
import { roundCash, type CashRounding } from './round-cash.ts';
import type { TenderKind } from './settle.ts';

/** Money that moved with a sale or back from it; `creditId` names the gift card, store credit or account. */
export type MovedMoney = { kind: TenderKind; amountMinor: number; creditId?: string | null | undefined };

export type Payout = MovedMoney & { reference?: string | undefined };

/** What a sale brought; the tenders come to total, cash rounding and tip. Tips do not go back. */
export type SoldMoney = { totalMinor: number; cashRoundingMinor: number; payments: readonly MovedMoney[] };

export type PaidBack = { totalMinor: number; paidMinor: number; payouts: readonly MovedMoney[] };

/** `sold` null: goods without a receipt. `totalMinor`: what this refund comes to. */
export type PayoutTerms = {
  sold: SoldMoney | null;
  before: readonly PaidBack[];
  totalMinor: number;
  cashRounding: CashRounding | null;
};

/** `otherMinor`: what goes out another way than it came in. `paidMinor = totalMinor + cashRoundingMinor`. */
export type SettledPayout = {
  payouts: Payout[];
  paidMinor: number;
  cashRoundingMinor: number;
  otherMinor: number;
};

const PAYABLE: ReadonlySet<TenderKind> = new Set<TenderKind>([
  'cash',
  'card',
  'ewallet',
  'gift-card',
  'store-credit',
  'on-account',
  'exchange',
]);
const ONLY_WHERE_IT_CAME_FROM: ReadonlySet<TenderKind> = new Set<TenderKind>(['gift-card', 'on-account']);
const NEEDS_REFERENCE: ReadonlySet<TenderKind> = new Set<TenderKind>(['card', 'ewallet']);

/** What each tender of the sale brought, less what went back to it; those of which nothing is left are left out. */
export function tendersLeft({ sold, before }: Pick<PayoutTerms, 'sold' | 'before'>): MovedMoney[] {
  const left = new Map<string, MovedMoney>();
  const move = ({ kind, amountMinor, creditId = null }: MovedMoney, sign: 1 | -1) => {
    const key = keyOf(kind, creditId);
    const known = left.get(key);
    left.set(key, { kind, creditId, amountMinor: (known?.amountMinor ?? 0) + sign * amountMinor });
  };
  for (const payment of sold?.payments ?? []) move(payment, 1);
  for (const { payouts } of before) for (const payout of payouts) move(payout, -1);
  return [...left.values()].filter(({ amountMinor }) => amountMinor > 0);
}

/** The part of this refund that the customer paid with points, and that comes back as points. */
export function pointsPayout({ sold, before, totalMinor }: PayoutTerms): number {
  if (sold === null || sold.totalMinor <= 0) return 0;
  const paid = sumOf(sold.payments.filter(({ kind }) => kind === 'points'));
  // Points may have paid for a tip, too, which does not go back.
  const brought = Math.min(paid, sold.totalMinor);
  const gone = sumOf(before.flatMap(({ payouts }) => payouts.filter(({ kind }) => kind === 'points')));
  const refunded = totalMinor + before.reduce((sum, refund) => sum + refund.totalMinor, 0);
  const due = floorMultiplyDivide(brought, Math.min(refunded, sold.totalMinor), sold.totalMinor).quotient;
  // Two tills at once may have given more back than there was.
  return Math.max(due - gone, 0);
}

/**
 * What is left to pay out beside `others` (points among them): `dueMinor` another way than in cash, `cashDueMinor` in
 * cash, which coins round over all refunds of the sale together. The last refund comes to exactly what was paid; what no
 * coin can make of it stays.
 */
export function payoutDue(
  terms: PayoutTerms,
  others: readonly MovedMoney[],
): { dueMinor: number; cashDueMinor: number } {
  const { sold, before, totalMinor, cashRounding } = terms;
  const gone = sumOf(others);
  const refundedMinor = totalMinor + before.reduce((sum, refund) => sum + refund.totalMinor, 0);
  const paidMinor = before.reduce((sum, refund) => sum + refund.paidMinor, 0);
  const mostMinor = sold === null ? totalMinor : sold.totalMinor + sold.cashRoundingMinor - paidMinor;
  const isLast = sold !== null && refundedMinor >= sold.totalMinor;
  const due = (minor: number) => Math.max(minor - gone, 0);
  const dueMinor = due(isLast ? mostMinor : Math.min(totalMinor, mostMinor));
  if (cashRounding === null) return { dueMinor, cashDueMinor: dueMinor };
  const targetMinor = isLast || sold === null ? mostMinor : refundedMinor - paidMinor;
  const rounded = roundCash(due(targetMinor), cashRounding);
  const most = due(mostMinor);
  const cashDueMinor = rounded <= most || sold === null ? rounded : most - (most % cashRounding.stepMinor);
  return { dueMinor, cashDueMinor };
}

/** Back to the tenders of the sale, each at most what is left of it, the rest in cash; `gone` goes out another way. */
export function usualPayouts(terms: PayoutTerms, gone: readonly MovedMoney[] = []): MovedMoney[] {
  const pointsMinor = pointsPayout(terms);
  const others: MovedMoney[] = [...gone, { kind: 'points', amountMinor: pointsMinor }];
  const left = tendersLeft(terms);
  const usual: MovedMoney[] = [];
  for (const tender of left) {
    if (tender.kind === 'cash' || !PAYABLE.has(tender.kind) || tender.kind === 'exchange') continue;
    const { dueMinor } = payoutDue(terms, [...others, ...usual]);
    const amountMinor = Math.min(tender.amountMinor, dueMinor);
    if (amountMinor > 0) usual.push({ ...tender, amountMinor });
  }
  const { cashDueMinor } = payoutDue(terms, [...others, ...usual]);
  return cashDueMinor > 0 ? [...usual, { kind: 'cash', amountMinor: cashDueMinor }] : usual;
}

/**
 * Checks how a refund is paid out. `asked` is all but points, which come back by themselves. Failures, each with its
 * field: `tender-invalid`, `tender-unavailable`, `tender-reference-required`, `card-number-refused`, `payment-short` and
 * `payment-exceeds-total` (with `details.dueMinor`).
 */
export function settlePayout(terms: PayoutTerms, asked: readonly Payout[]): Result<SettledPayout> {
  const left = tendersLeft(terms);
  for (const [index, payout] of asked.entries()) {
    const failure = checkPayout(payout, index, asked, left);
    if (failure !== null) return fail(failure);
  }
  const pointsMinor = pointsPayout(terms);
  const points: Payout[] = pointsMinor > 0 ? [{ kind: 'points', amountMinor: pointsMinor }] : [];
  const others = [...points, ...asked.filter(({ kind }) => kind !== 'cash')];
  const cash = asked.find(({ kind }) => kind === 'cash');
  const { dueMinor, cashDueMinor } = payoutDue(terms, others);
  const wantedMinor = cash === undefined && cashDueMinor !== 0 ? dueMinor : cashDueMinor;
  const overMinor = Math.max(sumOf(others) - payoutDue(terms, []).dueMinor, 0);
  const gapMinor = overMinor > 0 ? overMinor : (cash?.amountMinor ?? 0) - wantedMinor;
  if (gapMinor !== 0) return fail(refuseSum(gapMinor, payoutDue(terms, points).dueMinor));
  const payouts = [...points, ...asked];
  const paidMinor = sumOf(payouts);
  return ok({
    payouts,
    paidMinor,
    cashRoundingMinor: paidMinor - terms.totalMinor,
    otherMinor: otherThanBefore(asked, left),
  });
}

function checkPayout(
  { kind, amountMinor, reference = '', creditId = null }: Payout,
  index: number,
  asked: readonly Payout[],
  left: readonly MovedMoney[],
): Failure | null {
  const field = `payouts.${index}`;
  if (!PAYABLE.has(kind)) {
    return {
      code: 'tender-unavailable',
      message: 'Nothing can be paid out this way. Choose another.',
      field: `${field}.kind`,
    };
  }
  if (!Number.isSafeInteger(amountMinor) || amountMinor <= 0) {
    return {
      code: 'tender-invalid',
      message: 'A payout must be more than nothing. Enter its amount, or leave it out.',
      field: `${field}.amountMinor`,
    };
  }
  const key = keyOf(kind, creditId);
  if (asked.findIndex((other) => keyOf(other.kind, other.creditId ?? null) === key) !== index) {
    return { code: 'tender-invalid', message: 'Every way of paying out is named once.', field };
  }
  const leftMinor =
    left.find((tender) => keyOf(tender.kind, tender.creditId ?? null) === key)?.amountMinor ?? 0;
  if (ONLY_WHERE_IT_CAME_FROM.has(kind) && amountMinor > leftMinor) {
    return {
      code: 'tender-unavailable',
      message: 'Only what came from this card or account can go back to it. Pay the rest out another way.',
      field: `${field}.amountMinor`,
      details: { leftMinor },
    };
  }
  return checkReference(kind, reference.trim(), `${field}.reference`);
}

function checkReference(kind: TenderKind, reference: string, field: string): Failure | null {
  if (hasCardNumber(reference, kind === 'card')) {
    return {
      code: 'card-number-refused',
      message: 'Card numbers are never stored. Type the reference from the terminal instead.',
      field,
    };
  }
  if (NEEDS_REFERENCE.has(kind) && reference === '') {
    return {
      code: 'tender-reference-required',
      message: 'Reverse it on the terminal or in the app, and type the reference from there.',
      field,
    };
  }
  return null;
}

function refuseSum(gapMinor: number, dueMinor: number): Failure {
  return gapMinor < 0
    ? {
        code: 'payment-short',
        message: 'The payouts do not come to what goes back. Pay the rest out too.',
        details: { dueMinor },
      }
    : {
        code: 'payment-exceeds-total',
        message: 'The payouts come to more than what goes back. Lower one.',
        details: { dueMinor },
      };
}

/** What goes out another way than it came in. What goes into an exchange stays in the shop. */
function otherThanBefore(asked: readonly Payout[], left: readonly MovedMoney[]): number {
  let otherMinor = 0;
  for (const { kind, amountMinor, creditId = null } of asked) {
    if (kind === 'exchange') continue;
    const key = keyOf(kind, creditId);
    const leftMinor =
      left.find((tender) => keyOf(tender.kind, tender.creditId ?? null) === key)?.amountMinor ?? 0;
    otherMinor += Math.max(amountMinor - leftMinor, 0);
  }
  return otherMinor;
}

/** Gift cards are told apart; a customer has one store credit and one account. */
function keyOf(kind: TenderKind, creditId: string | null): string {
  return kind === 'gift-card' ? `${kind} ${creditId ?? ''}` : kind;
}

function sumOf(moved: readonly { amountMinor: number }[]): number {
  return moved.reduce((sum, { amountMinor }) => sum + amountMinor, 0);
}
