import { createHash } from 'node:crypto';
import { failure } from '../../../shared/api/failures.ts';
import type { Order } from '../../../shared/api/orders.ts';
import { addMinor } from '../../../shared/domain/money.ts';
import { pricingRulesOf, taxRatesOf } from '../../../shared/domain/pricing-rules.ts';
import { fail, ok, type Failure, type Result } from '../../../shared/domain/result.ts';
import { settle } from '../../../shared/domain/settle.ts';
import type { EngineContext } from '../context.ts';
import type { WritableDatabase } from '../db/database.ts';
import { pointsEntryByKey } from '../loyalty/index.ts';
import { priceWithinReach } from './decide-sale.ts';
import type { SaleLine, Seller } from './decided-sale.ts';
import { customerForSale, openShiftForSale } from './order-statements.ts';
import { pointsOfSale } from './points-of-sale.ts';
import { recordSale } from './record-sale.ts';

/** An order of the web that was paid in full, as it was placed. */
export type PlacedSale = {
  /** The sale keeps the id and the integer of the placed order. */
  orderId: string;
  publicId: number;
  /** The account that placed it: the books name it as who sold. */
  seller: Seller;
  customerId: string | null;
  lines: readonly { name: string; quantityMilli: number; unitPriceMinor: number }[];
  /** The completed payments, each with the text by which it is found; they add up to the total. */
  payments: readonly { amountMinor: number; reference: string }[];
};

/**
 * Makes a sale of a placed order inside the caller's transaction: lines without a product, their prices with the default
 * class's tax inside, paid online, in the open shift or in none. The customer's points are earned with it. Gives the
 * row too, for what points at it. Fails with `customer-unknown`, `total-too-large`, `payment-short` or
 * `payment-exceeds-total`; writes nothing then. Throws where the order is a sale already.
 */
export function commitPlacedSale(
  context: EngineContext,
  tx: WritableDatabase,
  placed: PlacedSale,
): Result<{ order: Order; orderRowId: number }, Failure> {
  const settings = context.settings();
  const customer = placed.customerId === null ? null : tx.first(customerForSale, { id: placed.customerId });
  if (customer === undefined) return fail(failure('customer-unknown'));
  const lines = placed.lines.map((line): SaleLine => ({
    lineId: context.ids.uuid(),
    productId: null,
    ...line,
    taxRates: taxRatesOf(settings, settings.tax.defaultClassId),
    kind: 'product',
    product: null,
    note: '',
    listPriceMinor: line.unitPriceMinor,
    priceReason: '',
    discountReason: '',
    creditId: null,
  }));
  const rules = { ...pricingRulesOf(settings), taxMode: 'inclusive' as const };
  const priced = priceWithinReach({ lines }, rules);
  if (!priced.ok) return priced;
  const tenders = placed.payments.map((payment) => ({ kind: 'online' as const, ...payment }));
  const settlement = settle(priced.value.totalMinor, tenders, null);
  if (!settlement.ok) return settlement;
  const { orderId, publicId, seller } = placed;
  const asked = { orderId, customer, lines, priced: priced.value };
  const points = pointsOfSale(settings, { ...asked, pointsPaid: 0 });
  const { order, orderRowId } = recordSale(context, tx, {
    ...asked,
    publicId,
    source: 'web',
    seller,
    shift: tx.first(openShiftForSale) ?? null,
    rules,
    settlement: settlement.value,
    tipMinor: 0,
    discountReason: '',
    approvalIds: [],
    opens: [],
    credits: [],
    // Points may have been asked for before the order was paid; what a key earned once it does not earn again.
    points: points.filter(({ key }) => pointsEntryByKey(tx, key) === null),
    pointsEarnedBefore: addMinor(...points.map(({ key }) => pointsEntryByKey(tx, key)?.points ?? 0)),
    requestHash: createHash('sha256').update(JSON.stringify(placed)).digest(),
    print: false,
  });
  return ok({ order, orderRowId });
}
