import type { CartSave, CartWhole } from '../../../shared/api/carts.ts';
import { ONE } from '../../../shared/domain/quantity.ts';
import { emptyDraft, type CartDraft } from '../../state/cart/cart-draft.ts';
import type { PricedDraft } from '../../state/cart/price-draft.ts';
import type { TakenTender } from '../pay/index.ts';

/** What of a cart is kept: all that was rung up, the payments that were taken for it, and the tip among them. */
export type KeptCart = { draft: CartDraft; taken: readonly TakenTender[]; tipMinor: number };

const VERSION = 1;

/** The request that keeps a cart; the same cart makes the same request. */
export function cartSaveOf(
  { draft, taken, tipMinor }: KeptCart,
  priced: Pick<PricedDraft, 'lines' | 'itemCount' | 'totalMinor'>,
  as: Pick<CartSave, 'state' | 'name' | 'screen'>,
): CartSave {
  const grossOf = new Map(priced.lines.map(({ lineId, grossMinor }) => [lineId, grossMinor]));
  return {
    ...as,
    lines: [
      ...draft.lines.map(({ lineId, product, quantityMilli, isAdHoc }) => ({
        lineId,
        productId: isAdHoc === true ? null : product.id,
        name: product.name,
        quantityMilli,
        amountMinor: grossOf.get(lineId) ?? 0,
      })),
      ...draft.giftCards.map(({ lineId, amountMinor }) => ({
        lineId,
        productId: null,
        name: 'Gift card',
        quantityMilli: ONE,
        amountMinor,
      })),
    ],
    draft: { version: VERSION, draft, taken, tipMinor },
    itemCount: priced.itemCount,
    totalMinor: priced.totalMinor,
  };
}

/**
 * A kept cart as this program knows it; null when another version wrote it. What this version knows and the kept cart
 * does not is empty.
 */
export function readKeptCart({ draft: kept }: Pick<CartWhole, 'draft'>): KeptCart | null {
  const { version, draft, taken, tipMinor } = kept as {
    version?: unknown;
    draft?: Partial<CartDraft>;
    taken?: TakenTender[];
    tipMinor?: number;
  };
  if (version !== VERSION || draft === undefined || !Array.isArray(draft.lines)) return null;
  return { draft: { ...emptyDraft, ...draft }, taken: taken ?? [], tipMinor: tipMinor ?? 0 };
}
