import { pricingRulesOf, taxRatesOf } from '../../../shared/domain/pricing-rules.ts';
import { price } from '../../../shared/domain/price.ts';
import { quickCash } from '../../../shared/domain/settle.ts';
import { permissionsOf } from '../../../shared/domain/permissions.ts';
import { ok, type Failure, type Result } from '../../../shared/domain/result.ts';
import type { Actor } from '../context.ts';
import { query } from '../db/query.ts';
import { commitOrder, type OrderCommitInput } from '../orders/index.ts';
import { openShift } from '../shifts/index.ts';
import type { PastContext } from './past-context.ts';

const salesCount = 36;
const floatMinor = 200_000;

const shelf = query()((b) =>
  b
    .selectFrom('products')
    .select(['id', 'name', 'price_minor', 'tax_class_id', 'unit', 'on_hand_milli', 'tracks_stock'])
    .orderBy('row_id'),
);
const regulars = query()((b) => b.selectFrom('customers').select('id').orderBy('row_id'));
const cashier = query()((b) =>
  b
    .selectFrom('accounts')
    .select(['row_id', 'id', 'username', 'display_name', 'role'])
    .where('username', '=', 'cashier'),
);

/** Opens the cashier's shift and rings up a morning: the same sales at every seeding, spread over `milliseconds`. */
export async function sellAMorning(
  context: PastContext,
  milliseconds: number,
): Promise<Result<void, Failure>> {
  const row = context.read.first(cashier);
  if (row === undefined) throw new Error('the demonstration has no cashier');
  const actor: Actor = {
    accountId: row.id,
    accountRowId: row.row_id,
    sessionId: '',
    username: row.username,
    displayName: row.display_name,
    role: row.role,
    permissions: permissionsOf(row.role),
  };
  const shift = await openShift(context, { id: context.ids.uuid(), floatMinor }, actor);
  if (!shift.ok) return shift;
  for (let count = 0; count < salesCount; count += 1) {
    context.advance(milliseconds / (salesCount + 2));
    const sold = await commitOrder(context, makeSale(context, count), actor);
    if (!sold.ok) return sold;
  }
  context.advance(milliseconds);
  return ok(undefined);
}

function makeSale(context: PastContext, count: number): OrderCommitInput {
  const settings = context.settings();
  const rules = pricingRulesOf(settings);
  const products = context.read
    .all(shelf)
    .filter(({ on_hand_milli, tracks_stock }) => tracks_stock === 0 || on_hand_milli > 5_000);
  const lines = Array.from({ length: 1 + ((count * 5) % 4) }, (_, step) => {
    const product = products[(count * 7 + step * 13) % products.length];
    if (product === undefined) throw new Error('the shelf is empty');
    const quantityMilli =
      product.unit === 'kg' ? 750 + 250 * (count % 5) : 1_000 * (1 + ((count + step) % 3));
    return {
      lineId: context.ids.uuid(),
      productId: product.id,
      name: product.name,
      quantityMilli,
      unitPriceMinor: product.price_minor,
      taxRates: taxRatesOf(settings, product.tax_class_id),
    };
  });
  const { totalMinor } = price({ lines }, rules);
  const customers = context.read.all(regulars);
  return {
    id: context.ids.uuid(),
    promotionCodes: [],
    giftCards: [],
    tipMinor: 0,
    approvalIds: [],
    rewardIds: [],
    customerId: count % 3 === 0 ? (customers[count % customers.length]?.id ?? null) : null,
    lines: lines.map(({ lineId, productId, quantityMilli, unitPriceMinor }) => ({
      lineId,
      productId,
      quantityMilli,
      unitPriceMinor,
    })),
    tenders: [tenderFor(count, totalMinor, quickCash(totalMinor, rules.currency).at(-1) ?? totalMinor)],
    totalMinor,
  };
}

function tenderFor(
  count: number,
  totalMinor: number,
  handedOverMinor: number,
): OrderCommitInput['tenders'][number] {
  if (count % 6 === 2) return { kind: 'card', amountMinor: totalMinor, reference: `AUTH ${4_100 + count}` };
  if (count % 6 === 5) return { kind: 'ewallet', amountMinor: totalMinor, reference: `GC-${70_220 + count}` };
  return { kind: 'cash', amountMinor: handedOverMinor };
}
