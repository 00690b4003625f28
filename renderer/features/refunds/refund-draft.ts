import { soldCartOf, type Refundable, type RefundCommit } from '../../../shared/api/refunds.ts';
import {
  payoutDue,
  pointsPayout,
  usualPayouts,
  type MovedMoney,
  type PayoutTerms,
} from '../../../shared/domain/refund-payout.ts';
import { priceRefund, type PricedRefund, type Returned } from '../../../shared/domain/refund.ts';
import type { CashRounding } from '../../../shared/domain/settle.ts';
import type { ReasonChange } from './reason-choice.tsx';
import type { PayoutChosen } from '../../state/exchange.ts';

type DraftLine = { lineId: string; quantityMilli: number; restock: boolean };

/** What a cashier has chosen of a sale so far; lines by their position. */
export type RefundDraft = PayoutChosen & {
  id: string;
  lines: readonly DraftLine[];
  reason: string;
  /** The reason says that the goods are not for the shelf. */
  isWaste: boolean;
  note: string;
};

export function startDraft({ lines }: Refundable, newId: () => string): RefundDraft {
  return {
    id: newId(),
    lines: lines.map(({ restockable }) => ({ lineId: newId(), quantityMilli: 0, restock: restockable })),
    reason: '',
    isWaste: false,
    note: '',
    way: 'as-paid',
    references: {},
  };
}

/** Sets how much of a line comes back, within what is left of it. */
export function setBack(
  draft: RefundDraft,
  refundable: Refundable,
  position: number,
  quantityMilli: number,
): RefundDraft {
  const known = refundable.lines[position];
  const line = draft.lines[position];
  if (known === undefined || line === undefined || known.refusal !== null) return draft;
  const within = Math.min(Math.max(quantityMilli, 0), known.leftMilli);
  return { ...draft, lines: draft.lines.with(position, { ...line, quantityMilli: within }) };
}

/** One piece more or less, or all of what is weighed. */
export function stepBack(
  draft: RefundDraft,
  refundable: Refundable,
  position: number,
  by: 1 | -1,
): RefundDraft {
  const now = draft.lines[position]?.quantityMilli ?? 0;
  const { leftMilli = 0 } = refundable.lines[position] ?? {};
  const step = isWhole(refundable, position) ? leftMilli : 1000;
  return setBack(draft, refundable, position, now + by * step);
}

/** What is weighed, and a gift card, comes back whole unless a weight is typed. */
function isWhole({ order }: Refundable, position: number): boolean {
  const line = order.lines[position];
  return line?.unit === 'kg' || line?.kind === 'gift-card';
}

export function takeAllBack(draft: RefundDraft, refundable: Refundable): RefundDraft {
  return refundable.lines.reduce(
    (now, { position, leftMilli }) => setBack(now, refundable, position, leftMilli),
    draft,
  );
}

export function setRestock(draft: RefundDraft, position: number, restock: boolean): RefundDraft {
  const line = draft.lines[position];
  return line === undefined ? draft : { ...draft, lines: draft.lines.with(position, { ...line, restock }) };
}

/** Why it comes back; a reason that spoils the goods keeps them off the shelf until that is ticked again. */
export function changeReason(draft: RefundDraft, refundable: Refundable, change: ReasonChange): RefundDraft {
  const next = { ...draft, ...change };
  if (next.isWaste === draft.isWaste) return next;
  const lines = next.lines.map((line, position) => ({
    ...line,
    restock: !next.isWaste && refundable.lines[position]?.restockable === true,
  }));
  return { ...next, lines };
}

function askedOf(draft: RefundDraft): Returned[] {
  return draft.lines.flatMap(({ quantityMilli }, position) =>
    quantityMilli === 0 ? [] : [{ position, quantityMilli }],
  );
}

/** What the chosen parts come to; null while nothing is chosen. */
export function priceDraft(draft: RefundDraft, refundable: Refundable): PricedRefund | null {
  const asked = askedOf(draft);
  if (asked.length === 0) return null;
  const priced = priceRefund(soldCartOf(refundable), refundable.before, asked);
  return priced.ok ? priced.value : null;
}

export type Paying = { payouts: MovedMoney[]; pointsMinor: number };

/** How it is paid out, the chosen way; `exchangeMinor` goes into what is taken instead. */
export function payoutsOf(
  { way }: Pick<RefundDraft, 'way'>,
  { sold, paidBack }: Pick<Refundable, 'sold' | 'paidBack'>,
  { totalMinor }: Pick<PricedRefund, 'totalMinor'>,
  { cashRounding, exchangeMinor = 0 }: { cashRounding: CashRounding | null; exchangeMinor?: number },
): Paying {
  const terms: PayoutTerms = { sold, before: paidBack, totalMinor, cashRounding };
  const pointsMinor = pointsPayout(terms);
  const exchange: MovedMoney[] = exchangeMinor > 0 ? [{ kind: 'exchange', amountMinor: exchangeMinor }] : [];
  const gone: MovedMoney[] = [{ kind: 'points', amountMinor: pointsMinor }, ...exchange];
  if (way === 'as-paid') return { payouts: [...exchange, ...usualPayouts(terms, exchange)], pointsMinor };
  const { dueMinor, cashDueMinor } = payoutDue(terms, gone);
  const amountMinor = way === 'cash' ? cashDueMinor : dueMinor;
  return { payouts: [...exchange, ...(amountMinor > 0 ? [{ kind: way, amountMinor }] : [])], pointsMinor };
}

/** The reason as it is stored: what was chosen, and what was typed. */
export function reasonOf({ reason, note }: Pick<RefundDraft, 'reason' | 'note'>): string {
  return [reason, note.trim()].filter((part) => part !== '').join(': ');
}

/** The request that refunds this; the same draft makes the same request. */
export function refundBody(
  draft: RefundDraft,
  refundable: Refundable,
  { totalMinor }: Pick<PricedRefund, 'totalMinor'>,
  { payouts }: Paying,
): RefundCommit {
  return {
    id: draft.id,
    orderId: refundable.order.id,
    lines: draft.lines.flatMap(({ lineId, quantityMilli, restock }, orderPosition) =>
      quantityMilli === 0 ? [] : [{ lineId, orderPosition, quantityMilli, restock }],
    ),
    reason: reasonOf(draft),
    payouts: payouts.map(({ kind, amountMinor, creditId }) => ({
      kind,
      amountMinor,
      ...(creditId == null ? {} : { creditId }),
      ...(needsReference(kind) ? { reference: draft.references[kind] ?? '' } : {}),
    })),
    totalMinor,
  };
}

export function needsReference(kind: string): boolean {
  return kind === 'card' || kind === 'ewallet';
}

export function isReferenceMissing(
  { references }: Pick<RefundDraft, 'references'>,
  payouts: readonly MovedMoney[],
): boolean {
  return payouts.some(({ kind }) => needsReference(kind) && (references[kind] ?? '').trim() === '');
}
