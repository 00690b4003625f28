import type { CartSummary } from '../../../shared/api/carts.ts';
import type { Product } from '../../../shared/api/catalog.ts';
import { isApiFailure } from '../../api/api-failure.ts';
import { takeCart } from '../../api/carts.ts';
import { request } from '../../api/client.ts';
import { screenId } from '../../app/screen-id.ts';
import { cartActions } from '../../state/cart.ts';
import type { CartDraft } from '../../state/cart/cart-draft.ts';
import { paymentActions, usePayment } from '../pay/index.ts';
import { readKeptCart } from './kept-cart.ts';

/** Names of products: whose price is another now, and which are not sold any more. */
export type StaleProducts = { changed: string[]; archived: string[] };

export type TakenInHand =
  | { kind: 'taken'; stale: Promise<StaleProducts> }
  /** Another version of the program wrote it. */
  | { kind: 'unreadable' };

const MOST_LOOKED_UP = 60;

/**
 * Takes a kept cart in hand, as it was, with the payments that were taken for it. The cashier goes on at once; meanwhile
 * the books are asked for its products, and new prices are charged. Throws `ApiFailure`.
 */
export async function takeInHand({ id, heldBy }: Pick<CartSummary, 'id' | 'heldBy'>): Promise<TakenInHand> {
  const whole = await takeCart(id, { screen: screenId(), heldBy });
  const kept = readKeptCart(whole);
  if (kept === null) return { kind: 'unreadable' };
  cartActions.goOnWith(whole.id, kept.draft);
  const { taken, tipMinor } = kept;
  if (taken.length > 0) paymentActions.replace({ ...usePayment.getState().payment, taken, tipMinor });
  return { kind: 'taken', stale: refreshProducts(kept.draft) };
}

async function refreshProducts({ lines }: CartDraft): Promise<StaleProducts> {
  const ids = [...new Set(lines.map(({ product }) => product.id))].slice(0, MOST_LOOKED_UP);
  const products = await Promise.all(
    ids.map((id) =>
      request<Product>(`/products/${id}`).catch((thrown: unknown) => {
        // The sale itself asks again; what cannot be had now is told then.
        if (isApiFailure(thrown)) return null;
        throw thrown;
      }),
    ),
  );
  const changed: string[] = [];
  const archived: string[] = [];
  for (const product of products) {
    if (product === null) continue;
    const stale = lines.filter(
      (line) => line.product.id === product.id && line.unitPriceMinor === line.product.priceMinor,
    );
    cartActions.refreshProduct(product);
    if (product.archived) archived.push(product.name);
    const changes = stale
      .filter(({ unitPriceMinor }) => unitPriceMinor !== product.priceMinor)
      .map(({ lineId, unitPriceMinor }) => ({
        lineId,
        wasMinor: unitPriceMinor,
        nowMinor: product.priceMinor,
      }));
    if (changes.length === 0) continue;
    cartActions.takeNewPrices(changes);
    changed.push(product.name);
  }
  return { changed, archived };
}
