import type { Product } from '../../../shared/api/catalog.ts';
import type { RefundCommit } from '../../../shared/api/refunds.ts';
import type { Settings } from '../../../shared/api/settings.ts';
import { tryPrice } from '../../../shared/domain/price.ts';
import { pricingRulesOf, taxRatesOf } from '../../../shared/domain/pricing-rules.ts';
import { payoutDue, type MovedMoney } from '../../../shared/domain/refund-payout.ts';
import type { PayoutWay } from '../../state/exchange.ts';
import type { ReasonChange } from './reason-choice.tsx';
import { reasonOf } from './refund-draft.ts';

export type BareLine = { lineId: string; product: Product; quantityMilli: number; restock: boolean };

/** What comes back without a receipt. */
export type BareDraft = {
  id: string;
  lines: readonly BareLine[];
  customer: { id: string; name: string } | null;
  reason: string;
  /** The reason says that the goods are not for the shelf. */
  isWaste: boolean;
  note: string;
  way: Exclude<PayoutWay, 'as-paid'>;
};

export function startBare(newId: () => string): BareDraft {
  return { id: newId(), lines: [], customer: null, reason: '', isWaste: false, note: '', way: 'cash' };
}

/** One more of a product: on its line, or on a new one. */
export function addBare(draft: BareDraft, product: Product, newId: () => string): BareDraft {
  const at = draft.lines.findIndex((line) => line.product.id === product.id);
  const known = draft.lines[at];
  if (known !== undefined) return setBare(draft, at, known.quantityMilli + 1000);
  const line = {
    lineId: newId(),
    product,
    quantityMilli: 1000,
    restock: product.tracksStock && !draft.isWaste,
  };
  return { ...draft, lines: [...draft.lines, line] };
}

/** Sets how much of a line comes back; nothing leaves it out. */
export function setBare(draft: BareDraft, at: number, quantityMilli: number): BareDraft {
  const line = draft.lines[at];
  if (line === undefined) return draft;
  if (quantityMilli <= 0) return { ...draft, lines: draft.lines.toSpliced(at, 1) };
  return { ...draft, lines: draft.lines.with(at, { ...line, quantityMilli }) };
}

/** Why it comes back; a reason that spoils the goods keeps them off the shelf until that is ticked again. */
export function changeBareReason(draft: BareDraft, change: ReasonChange): BareDraft {
  const next = { ...draft, ...change };
  if (next.isWaste === draft.isWaste) return next;
  const lines = next.lines.map((line) => ({ ...line, restock: !next.isWaste && line.product.tracksStock }));
  return { ...next, lines };
}

/** What it comes to at today's prices, line by line; null for nothing, or for more than can be counted. */
export function priceBare({ lines }: BareDraft, settings: Settings) {
  if (lines.length === 0) return null;
  const cart = lines.map(({ lineId, product, quantityMilli }) => ({
    lineId,
    productId: product.id,
    name: product.name,
    unitPriceMinor: product.priceMinor,
    quantityMilli,
    taxRates: taxRatesOf(settings, product.taxClassId),
  }));
  const priced = tryPrice({ lines: cart }, pricingRulesOf(settings));
  return priced.ok ? priced.value : null;
}

export function barePayouts({ way }: BareDraft, totalMinor: number, { cash }: Settings): MovedMoney[] {
  const terms = { sold: null, before: [], totalMinor, cashRounding: cash.rounding };
  const { dueMinor, cashDueMinor } = payoutDue(terms, []);
  const amountMinor = way === 'cash' ? cashDueMinor : dueMinor;
  return amountMinor > 0 ? [{ kind: way, amountMinor }] : [];
}

/** The request that refunds this; the same draft makes the same request. */
export function bareBody(draft: BareDraft, totalMinor: number, payouts: readonly MovedMoney[]): RefundCommit {
  return {
    id: draft.id,
    orderId: null,
    customerId: draft.customer?.id ?? null,
    lines: draft.lines.map(({ lineId, product, quantityMilli, restock }) => ({
      lineId,
      orderPosition: null,
      productId: product.id,
      quantityMilli,
      restock,
    })),
    reason: reasonOf(draft),
    payouts: payouts.map(({ kind, amountMinor }) => ({ kind, amountMinor })),
    totalMinor,
  };
}
