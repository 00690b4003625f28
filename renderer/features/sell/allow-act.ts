import type { Settings } from '../../../shared/api/settings.ts';
import { wayOf, type Way } from '../../../shared/domain/acts.ts';
import { saleActs, type SaleAct } from '../../../shared/domain/sale-acts.ts';
import { askApproval } from '../../app/approvals/index.ts';
import { cartActions, useCart } from '../../state/cart.ts';
import { cartPriceOf } from '../../state/cart-price.ts';
import type { CartDraft } from '../../state/cart/cart-draft.ts';
import { useSession } from '../../state/session.ts';

/** The act of this kind that a draft would mean for a line or the whole sale, by the engine's own rule. */
export function actOfDraft(
  draft: CartDraft,
  wanted: Pick<SaleAct, 'act' | 'subject'>,
  settings: Settings,
): SaleAct | undefined {
  const { orderId } = useCart.getState();
  const lines = draft.lines.map(({ lineId, product, unitPriceMinor, discount, isAdHoc }) => ({
    lineId,
    kind: isAdHoc === true ? ('ad-hoc' as const) : ('product' as const),
    listPriceMinor: product.priceMinor,
    unitPriceMinor,
    discount: discount?.discount,
  }));
  const sale = { id: orderId, lines, discount: draft.discount?.discount };
  // Gift cards stand behind the lines, and nothing is ever taken off them.
  const priced = { lines: cartPriceOf(draft, settings).lines.slice(0, lines.length) };
  return saleActs(sale, priced).find(({ act, subject }) => act === wanted.act && subject === wanted.subject);
}

/** How an act has to be approved by whoever is signed in. */
export function wayNow(act: SaleAct | undefined, { acts }: Settings): Way {
  const role = useSession.getState().account?.role;
  if (act === undefined || role === undefined) return 'allow';
  return wayOf(act.act, role, act.figure, acts);
}

/** Asks for what an act takes, and keeps it with the cart; false when it was not given. */
export async function allowAct(
  act: SaleAct | undefined,
  settings: Settings,
  words: string,
): Promise<boolean> {
  const way = wayNow(act, settings);
  if (act === undefined || way === 'allow') return true;
  if (way === 'never') return false;
  const approvalId = await askApproval({ ...act, way, words });
  if (approvalId !== null) cartActions.keepApproval(approvalId);
  return approvalId !== null;
}
