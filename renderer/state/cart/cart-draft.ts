import type { Product } from '../../../shared/api/catalog.ts';
import type { Customer } from '../../../shared/api/customers.ts';
import type { GiftCardLine } from '../../../shared/domain/gift-card-lines.ts';

/** The product as it was when it was rung up; `unitPriceMinor` is what the customer was told. */
export type DraftLine = {
  lineId: string;
  product: Product;
  quantityMilli: number;
  unitPriceMinor: number;
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
};

export const emptyDraft: CartDraft = {
  lines: [],
  selectedLineId: null,
  customer: null,
  presented: [],
  rewardIds: [],
  giftCards: [],
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
