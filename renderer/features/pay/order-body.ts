import type { OrderCommit } from '../../../shared/api/orders.ts';
import type { DraftLine, HandDiscount } from '../../state/cart/cart-draft.ts';
import type { CartState } from '../../state/cart/history.ts';
import type { PricedDraft } from '../../state/cart/price-draft.ts';
import type { TakenTender } from './payment-draft.ts';

type PricedSale = {
  priced: Pick<PricedDraft, 'totalMinor' | 'promotions' | 'rewards'>;
  /** The instant for which it was priced. */
  pricedAt: string;
  taken: readonly TakenTender[];
  tipMinor: number;
  print: boolean | undefined;
};

/**
 * The request that stores this cart with these payments; the same cart and payments make the same request. Codes and
 * rewards that do not count are left out: the customer was told so, and the engine would refuse the sale for them.
 */
export function orderBody(
  { orderId, draft }: CartState,
  { priced, pricedAt, taken, tipMinor, print }: PricedSale,
): OrderCommit {
  const { totalMinor, promotions, rewards } = priced;
  const applied = new Set(promotions.map(({ promotionId }) => promotionId));
  return {
    id: orderId,
    customerId: draft.customer?.id ?? null,
    lines: draft.lines.map(lineBody),
    ...(draft.giftCards.length === 0 ? {} : { giftCards: [...draft.giftCards] }),
    tenders: taken.map(({ kind, amountMinor, reference, code }) => ({
      kind,
      amountMinor,
      ...(reference === '' ? {} : { reference }),
      ...(code === undefined ? {} : { code }),
    })),
    ...(tipMinor === 0 ? {} : { tipMinor }),
    promotionCodes: draft.presented
      .filter(({ promotionId }) => applied.has(promotionId))
      .map(({ code }) => code),
    rewardIds: rewards.map(({ rewardId }) => rewardId),
    pricedAt,
    totalMinor,
    ...(print === undefined ? {} : { print }),
    ...discountBody(draft.discount),
    ...(draft.approvalIds.length === 0 ? {} : { approvalIds: [...draft.approvalIds] }),
  };
}

function lineBody(line: DraftLine): OrderCommit['lines'][number] {
  const { lineId, product, quantityMilli, unitPriceMinor, note, priceReason, label } = line;
  const taxClassId = product.taxClassId === null ? {} : { taxClassId: product.taxClassId };
  return {
    lineId,
    ...(line.isAdHoc === true ? { name: product.name, ...taxClassId } : { productId: product.id }),
    quantityMilli,
    unitPriceMinor,
    ...(note === undefined ? {} : { note }),
    ...(priceReason === undefined ? {} : { priceChange: { reason: priceReason } }),
    ...discountBody(line.discount),
    ...(label === undefined ? {} : { barcode: label.code }),
  };
}

function discountBody(given: HandDiscount | null | undefined) {
  if (given === null || given === undefined) return {};
  const { discount, reason } = given;
  return { discount, ...(reason === '' ? {} : { discountReason: reason }) };
}
