import type { Product } from '../../../shared/api/catalog.ts';
import type { Customer } from '../../../shared/api/customers.ts';
import type { GiftCardLine } from '../../../shared/domain/gift-card-lines.ts';
import type { Discount } from '../../../shared/domain/price.ts';

/** What somebody took off by hand, and why; no reason where none is needed. */
export type HandDiscount = { discount: Discount; reason: string };

/** The in-store label that a line was scanned from; `printedMinor` is what it asks, null where it has a weight. */
export type LineLabel = { code: string; printedMinor: number | null };

/**
 * The product as it was when it was rung up; `unitPriceMinor` is what the customer was told, `priceReason` why it is not
 * the product's. The product of an ad-hoc line is in no catalogue: it was made up of what was typed.
 */
export type DraftLine = {
  lineId: string;
  product: Product;
  quantityMilli: number;
  unitPriceMinor: number;
  isAdHoc?: true | undefined;
  priceReason?: string | undefined;
  discount?: HandDiscount | undefined;
  note?: string | undefined;
  label?: LineLabel | undefined;
};

/** A promotion whose code was scanned or typed for this cart; `code` as it came. */
export type PresentedPromotion = { promotionId: string; title: string; code: string };

/** What a cashier has rung up so far. Every user action is a pure function from one draft to the next. */
export type CartDraft = {
  lines: readonly DraftLine[];
  selectedLineId: string | null;
  customer: Customer | null;
  presented: readonly PresentedPromotion[];
  /** In the order in which the customer took them. */
  rewardIds: readonly string[];
  /** Gift cards that are sold, behind the lines. */
  giftCards: readonly GiftCardLine[];
  /** What was taken off the whole sale by hand. */
  discount: HandDiscount | null;
  /** Approvals that were given for this cart already. */
  approvalIds: readonly string[];
};

export const emptyDraft: CartDraft = {
  lines: [],
  selectedLineId: null,
  customer: null,
  presented: [],
  rewardIds: [],
  giftCards: [],
  discount: null,
  approvalIds: [],
};

export const MOST_LINES = 1000;
export const MOST_CODES = 20;
export const MOST_REWARDS = 10;
export const MOST_QUANTITY_MILLI = 1_000_000_000;
export const MOST_TOTAL_MINOR = 1_000_000_000_000;

/** Nothing is sold. */
export function isEmptyDraft({ lines, giftCards }: Pick<CartDraft, 'lines' | 'giftCards'>): boolean {
  return lines.length + giftCards.length === 0;
}

export function lineOf(draft: CartDraft, lineId: string | null): DraftLine | undefined {
  return draft.lines.find((line) => line.lineId === lineId);
}

/** The draft with this line made into another, which is selected; the draft itself where there is no such line. */
export function changeLine(
  draft: CartDraft,
  lineId: string,
  change: (line: DraftLine) => DraftLine,
): CartDraft {
  const line = lineOf(draft, lineId);
  if (line === undefined) return draft;
  const changed = change(line);
  return {
    ...draft,
    lines: changed === line ? draft.lines : draft.lines.map((each) => (each === line ? changed : each)),
    selectedLineId: lineId,
  };
}
