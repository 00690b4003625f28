import type { PromotionPreview } from '../../../shared/api/offers.ts';
import { createPromotionOf, type PromotionDraft } from './promotion-draft.ts';
import { promotionProblems } from './promotion-problems.ts';
import { instantOf, type StoreClock } from './store-day.ts';

/** A cart that is only thought of: what is in it, whose it is, and when it is paid. */
export type PreviewCart = {
  lines: readonly { productId: string; quantityMilli: number }[];
  customerId: string | null;
  codePresented: boolean;
  /** Empty: now. */
  date: string;
  time: string;
};

export const emptyCart: PreviewCart = {
  lines: [],
  customerId: null,
  codePresented: true,
  date: '',
  time: '12:00',
};

const one = 1000;
const mostMilli = 999_000;

/** One more of a product, or the first of it at the end. */
export function withOneMore(cart: PreviewCart, productId: string): PreviewCart {
  const isThere = cart.lines.some((line) => line.productId === productId);
  return isThere
    ? step(cart, productId, one)
    : { ...cart, lines: [...cart.lines, { productId, quantityMilli: one }] };
}

/** One less of a product; the last one takes its line out. */
export function withOneLess(cart: PreviewCart, productId: string): PreviewCart {
  return step(cart, productId, -one);
}

function step(cart: PreviewCart, productId: string, change: number): PreviewCart {
  const lines = cart.lines.map((line) =>
    line.productId === productId
      ? { ...line, quantityMilli: Math.min(mostMilli, line.quantityMilli + change) }
      : line,
  );
  return { ...cart, lines: lines.filter(({ quantityMilli }) => quantityMilli > 0) };
}

/** The field of the draft, besides its title, that keeps it from being tried. */
export function firstProblem(draft: PromotionDraft): keyof PromotionDraft | null {
  const { title: _title, ...others } = promotionProblems(draft);
  const [field] = Object.keys(others) as (keyof PromotionDraft)[];
  return field ?? null;
}

/** What to ask the engine; null while the cart is empty or the draft is not complete. */
export function previewOf(
  draft: PromotionDraft,
  cart: PreviewCart,
  id: string,
  clock: StoreClock,
): PromotionPreview | null {
  if (cart.lines.length === 0 || firstProblem(draft) !== null) return null;
  const title = draft.title.trim() === '' ? '…' : draft.title;
  return {
    promotion: createPromotionOf({ ...draft, title }, id, clock),
    lines: cart.lines.map((line) => ({ ...line })),
    customerId: cart.customerId,
    codePresented: cart.codePresented,
    ...(cart.date === '' || cart.time === '' ? {} : { at: instantOf(cart.date, cart.time, clock) }),
  };
}
