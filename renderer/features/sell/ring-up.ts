import { isApiFailure, type ApiFailure } from '../../api/api-failure.ts';
import { fetchOffers } from '../../api/cart-offers.ts';
import { lookUpCode } from '../../api/lookup.ts';
import type { Product } from '../../../shared/api/catalog.ts';
import { failures, isFailureCode } from '../../../shared/api/failures.ts';
import type { LookupAnswer } from '../../../shared/api/lookup.ts';
import type { Promotion } from '../../../shared/api/offers.ts';
import { looksLikeGiftCard } from '../../../shared/domain/gift-card-code.ts';
import { cartActions, useCart } from '../../state/cart.ts';
import { cartIsBack } from '../../state/cart-return.ts';
import type { LineLabel } from '../../state/cart/cart-draft.ts';
import { offersFor, useOffersState } from '../../state/offers.ts';
import { isStoring, paymentActions, takeGiftCard, usePayment } from '../pay/index.ts';
import { noticeOfChange } from './change-notice.ts';
import { forgetCode, recallProduct, rememberProducts } from './product-memory.ts';
import { createScanQueue } from './scan-queue.ts';
import { parseEntry } from './parse-entry.ts';
import { sellView, useSellView } from './sell-view.ts';

/** Something to ring up: a code that was scanned or typed, or a product that was pressed. */
export type RingUp = { quantityMilli: number; isQuantityGiven: boolean } & (
  { code: string } | { product: Product }
);

type Answer =
  LookupAnswer | { kind: 'unknown' } | { kind: 'failed' } | { kind: 'card-refused'; failure: ApiFailure };

let openReceipt: (orderId: string) => void = () => undefined;
let present: (promotion: Promotion, code: string) => void = () => undefined;

/** Where a scanned receipt is shown. */
export function onReceiptScanned(open: (orderId: string) => void): void {
  openReceipt = open;
}

/** What a scanned promotion does to the cart. */
export function onPromotionScanned(presentOnCart: (promotion: Promotion, code: string) => void): void {
  present = presentOnCart;
}

/**
 * Everything that is rung up goes through one queue, so that presses and scans keep their order, and what comes while
 * a sale is being stored belongs to the next cart.
 */
export const ringUpQueue = createScanQueue<RingUp, Answer>({
  lookUp: async (wanted) => {
    const answer = 'product' in wanted ? foundBefore(wanted.product) : await findCode(wanted.code);
    await cartIsBack();
    return answer;
  },
  apply,
  isHeld: isStoring,
  onChange: () => sellView.countWaiting(ringUpQueue.waitingCount()),
});

/** Resolves when the cart is whole: what was kept of it is back, and every scan so far is in it, or held back. */
export async function cartIsWhole(): Promise<void> {
  await cartIsBack();
  await ringUpQueue.settled();
}

usePayment.subscribe((now, before) => {
  if (now.commit !== before.commit) ringUpQueue.proceed();
});

// What a scan did is told after this, in its own words.
useCart.subscribe((now, before) => {
  const notice = noticeOfChange(before, now);
  if (notice === 'hush') sellView.hush();
  else if (notice !== null) sellView.tell(notice);
});

/** A product was pressed, or Enter chose it: so many as the search field says before it (`3*`). */
export function pressProduct(product: Product): void {
  const { quantityMilli, isQuantityGiven } = parseEntry(useSellView.getState().typed);
  ringUpQueue.add({ product, quantityMilli, isQuantityGiven });
  sellView.type('');
}

/** A code came from a scanner, a camera or the search field, which is ready for the next search then. */
export function ringUpCode(code: string): void {
  if (looksLikeGiftCard(code)) return showGiftCard(code);
  const { quantityMilli, isQuantityGiven } = parseEntry(useSellView.getState().typed);
  ringUpQueue.add({ code, quantityMilli, isQuantityGiven });
  sellView.type('');
}

/** A gift card pays where something is to pay; otherwise it is asked what is on it. */
function showGiftCard(code: string): void {
  sellView.type('');
  if (usePayment.getState().step === 'pay' && !isStoring()) void takeGiftCard(code);
  else sellView.showGiftCard(code);
}

const foundBefore = (product: Product): Answer => ({ kind: 'product', product });

async function findCode(code: string): Promise<Answer> {
  const known = recallProduct(code);
  if (known === undefined) return askForCode(code);
  void refresh(code, known);
  return foundBefore(known);
}

const waits = [300, 700, 1500, 3000];
const refusedCards = new Set(['card-invalid', 'card-expired', 'card-revoked']);

/** A promotion that was made since the offers were asked for: the cart has to know of it. */
async function learnOf({ id }: Promotion): Promise<void> {
  const customer = useCart.getState().draft.customer;
  const known = offersFor(useOffersState.getState(), customer);
  if (known?.promotions.some((promotion) => promotion.id === id) === true) return;
  await fetchOffers(customer?.id ?? null).catch(() => undefined);
}

/** Asks again for a while when the engine cannot be reached: a scan is not lost by a hiccup. */
async function askForCode(code: string): Promise<Answer> {
  for (let attempt = 0; ; attempt += 1) {
    try {
      const answer = await lookUpCode(code);
      if (answer.kind === 'product') rememberProducts([answer.product]);
      if (answer.kind === 'promotion') await learnOf(answer.promotion);
      return answer;
    } catch (thrown) {
      if (isApiFailure(thrown, 'code-unknown')) return { kind: 'unknown' };
      if (isApiFailure(thrown) && refusedCards.has(thrown.code))
        return { kind: 'card-refused', failure: thrown };
      const wait = waits[attempt];
      if (wait === undefined || !isApiFailure(thrown, 'engine-unreachable')) return { kind: 'failed' };
      await new Promise((resolve) => setTimeout(resolve, wait));
    }
  }
}

/** The product was rung up from memory: takes in what the books say of it now. */
async function refresh(code: string, known: Product): Promise<void> {
  const answer = await askForCode(code);
  if (answer.kind === 'failed') return;
  if (answer.kind !== 'product' || answer.product.id !== known.id) return forgetCode(code);
  const { product } = answer;
  cartActions.refreshProduct(product);
  if (product.priceMinor === known.priceMinor) return;
  const changes = useCart
    .getState()
    .draft.lines.filter((line) => line.product.id === product.id && line.unitPriceMinor === known.priceMinor)
    .map(({ lineId }) => ({ lineId, wasMinor: known.priceMinor, nowMinor: product.priceMinor }));
  if (changes.length === 0 || isStoring()) return;
  cartActions.takeNewPrices(changes);
  sellView.tell({ kind: 'price-changed', name: product.name, priceMinor: product.priceMinor });
}

function apply(wanted: RingUp, answer: Answer): void {
  const code = 'code' in wanted ? wanted.code : null;
  if (answer.kind === 'unknown') return sellView.tell({ kind: 'unknown', code: code ?? '' });
  if (answer.kind === 'failed') return sellView.tell({ kind: 'failed', code: code ?? '' });
  if (answer.kind === 'card-refused') {
    const { code: why, message } = answer.failure;
    const remedy = isFailureCode(why) ? failures[why].remedy : '';
    return sellView.tell({ kind: 'card-refused', message, remedy });
  }
  if (answer.kind === 'receipt') {
    const { id, receiptNumber } = answer.order;
    if (usePayment.getState().step === 'pay') sellView.tell({ kind: 'receipt-later', number: receiptNumber });
    else openReceipt(id);
    return;
  }
  if (usePayment.getState().step === 'done') paymentActions.next();
  if (answer.kind === 'promotion') return present(answer.promotion, code ?? answer.promotion.qrCode);
  if (answer.kind === 'customer') {
    const { customer } = answer;
    cartActions.attachCustomer(customer);
    return sellView.tell({
      kind: 'customer',
      name: customer.name,
      code: customer.code,
      points: customer.pointsBalance,
    });
  }
  const { product, label } = answer;
  if (label !== undefined && code !== null) return addLabelled(product, { ...label, code });
  if (product.unit === 'kg' && !wanted.isQuantityGiven) return sellView.weigh(product, code);
  addToCart(product, wanted.quantityMilli, code);
}

/** Rings up that much of a product and says so. */
export function addToCart(product: Product, quantityMilli: number, code: string | null): void {
  const limit = cartActions.add(product, quantityMilli);
  if (limit !== null) return sellView.tell({ kind: 'too-much' });
  sellView.tell({ kind: 'added', name: product.name, unit: product.unit, quantityMilli, code });
}

/** Rings up a pack by its label. */
function addLabelled(product: Product, label: LineLabel & { quantityMilli: number }): void {
  const { code, quantityMilli } = label;
  if (cartActions.addLabel(product, label) !== null) return sellView.tell({ kind: 'too-much' });
  sellView.tell({ kind: 'added', name: product.name, unit: product.unit, quantityMilli, code });
}
