import type { OrderCommit } from '../../../shared/api/orders.ts';
import type { CartState } from '../../state/cart/history.ts';
import type { TakenTender } from './payment-draft.ts';

/** The request that stores this cart with these payments; the same cart and payments make the same request. */
export function orderBody(
  { orderId, draft }: CartState,
  {
    totalMinor,
    taken,
    print,
  }: { totalMinor: number; taken: readonly TakenTender[]; print: boolean | undefined },
): OrderCommit {
  return {
    id: orderId,
    customerId: draft.customer?.id ?? null,
    lines: draft.lines.map(({ lineId, product, quantityMilli, unitPriceMinor }) => ({
      lineId,
      productId: product.id,
      quantityMilli,
      unitPriceMinor,
    })),
    tenders: taken.map(({ kind, amountMinor, reference }) => ({
      kind,
      amountMinor,
      ...(reference === '' ? {} : { reference }),
    })),
    totalMinor,
    ...(print === undefined ? {} : { print }),
  };
}
