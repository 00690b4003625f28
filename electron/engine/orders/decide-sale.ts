import { failure } from '../../../shared/api/failures.ts';
import type { Settings } from '../../../shared/api/settings.ts';
import { addGiftCards } from '../../../shared/domain/gift-card-lines.ts';
import { price, type Cart, type PricedCart, type PricingRules } from '../../../shared/domain/price.ts';
import { pricingRulesOf } from '../../../shared/domain/pricing-rules.ts';
import { fail, ok, type Failure, type Result } from '../../../shared/domain/result.ts';
import type { TenderInput } from '../../../shared/domain/settle.ts';
import type { EngineContext } from '../context.ts';
import type { ReadableDatabase } from '../db/database.ts';
import type { OrderCommitInput } from './commit-order.ts';
import { decideCredits } from './decide-credits.ts';
import { decideOffers, refusedReward } from './decide-offers.ts';
import { decidePayment } from './decide-payment.ts';
import type { CustomerForSale, DecidedSale, SaleLine, Seller } from './decided-sale.ts';
import { customerForSale, openShiftForSale } from './order-statements.ts';
import { pointsOfSale } from './points-of-sale.ts';
import { readLines } from './read-lines.ts';
import { shortLines } from './short-lines.ts';

/** A sale as a screen asks for it; an exchange pays with what came back, too. */
export type SaleInput = Omit<OrderCommitInput, 'tenders'> & {
  tenders: readonly (TenderInput & Pick<OrderCommitInput['tenders'][number], 'code'>)[];
};

/** Checks a sale at the counter against the books as they are now. Reads only. */
export function decideSale(
  context: EngineContext,
  db: ReadableDatabase,
  { input, seller, requestHash }: { input: SaleInput; seller: Seller; requestHash: Uint8Array },
): Result<DecidedSale, Failure> {
  const settings = context.settings();
  if (input.lines.length + input.giftCards.length === 0)
    return fail(failure('cart-empty', { field: 'lines' }));
  const shift = db.first(openShiftForSale);
  if (shift === undefined) return fail(failure('shift-needed'));
  const customer = findCustomer(db, input.customerId);
  if (!customer.ok) return customer;
  const lines = readLines(context, db, input.lines);
  if (!lines.ok) return lines;
  const refused = refusePrices(input, lines.value) ?? refuseStock(settings, lines.value);
  if (refused !== undefined) return fail(refused);

  const offers = decideOffers(context, db, input, customer.value);
  if (!offers.ok) return offers;
  const rules = pricingRulesOf(settings);
  const priced = priceWithinReach(
    { lines: lines.value, discount: input.discount, offers: offers.value },
    rules,
  );
  if (!priced.ok) return priced;
  const whole = addGiftCards(priced.value, input.giftCards);
  const differing = refusedReward(priced.value, input) ?? refuseTotal(whole, input);
  if (differing !== undefined) return fail(differing);
  const credits = decideCredits(context, db, input, priced.value.totalMinor);
  if (!credits.ok) return credits;
  const { tipMinor } = input;
  const toPay = { priced: priced.value, totalMinor: whole.totalMinor, tipMinor };
  const paid = decidePayment(settings, toPay, credits.value.tenders, customer.value);
  if (!paid.ok) return paid;
  const { settlement, pointsPaid } = paid.value;
  const asked = { orderId: input.id, customer: customer.value, lines: lines.value, priced: priced.value };
  return ok({
    ...asked,
    lines: [...lines.value, ...credits.value.lines],
    priced: whole,
    publicId: null,
    source: 'counter',
    seller,
    shift,
    rules,
    settlement,
    tipMinor,
    discountReason: input.discountReason ?? '',
    approvalIds: [],
    opens: credits.value.opens,
    credits: credits.value.facts,
    points: pointsOfSale(settings, { ...asked, pointsPaid }),
    pointsEarnedBefore: 0,
    requestHash,
    print: input.print,
  });
}

function findCustomer(db: ReadableDatabase, id: string | null): Result<CustomerForSale | null, Failure> {
  if (id === null) return ok(null);
  const customer = db.first(customerForSale, { id });
  if (customer === undefined) return fail(failure('customer-unknown', { field: 'customerId' }));
  if (customer.erased_at !== null) return fail(failure('customer-erased', { field: 'customerId' }));
  return ok(customer);
}

function refusePrices(input: SaleInput, lines: readonly SaleLine[]): Failure | undefined {
  const changed = lines.flatMap((line, index) => {
    const wasMinor = input.lines[index]?.unitPriceMinor;
    // The screen tells the catalogue's price of what a label has a price for.
    const nowMinor = line.printedMinor === undefined ? line.unitPriceMinor : line.listPriceMinor;
    if (wasMinor === undefined || wasMinor === nowMinor) return [];
    return [{ lineId: line.lineId, name: line.name, wasMinor, nowMinor }];
  });
  return changed.length === 0 ? undefined : failure('price-changed', { details: { lines: changed } });
}

function refuseStock(settings: Settings, lines: readonly SaleLine[]): Failure | undefined {
  if (settings.stock.belowZero !== 'block') return undefined;
  const short = shortLines(lines);
  return short.length === 0 ? undefined : failure('stock-short', { details: { lines: short } });
}

function refuseTotal({ totalMinor }: PricedCart, input: SaleInput): Failure | undefined {
  if (totalMinor === input.totalMinor) return undefined;
  return failure('total-differs', { field: 'totalMinor', details: { totalMinor } });
}

/** The price of a cart; fails with `total-too-large`. */
export function priceWithinReach(cart: Cart, rules: PricingRules): Result<PricedCart, Failure> {
  try {
    return ok(price(cart, rules));
  } catch (error) {
    if (error instanceof RangeError) return fail(failure('total-too-large'));
    throw error;
  }
}
