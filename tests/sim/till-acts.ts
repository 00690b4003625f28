import { changeCustomer } from '../../electron/engine/customers/change-customer.ts';
import { createCustomer } from '../../electron/engine/customers/create-customer.ts';
import { changeProduct } from '../../electron/engine/catalog/change-product.ts';
import { createProduct } from '../../electron/engine/catalog/create-product.ts';
import type { Actor, EngineContext } from '../../electron/engine/context.ts';
import { query } from '../../electron/engine/db/query.ts';
import { commitOrder } from '../../electron/engine/orders/commit-order.ts';
import { commitRefund } from '../../electron/engine/refunds/commit-refund.ts';
import { getRefundable } from '../../electron/engine/refunds/get-refundable.ts';
import { changeSettings } from '../../electron/engine/settings/change-settings.ts';
import { recordStockMovement } from '../../electron/engine/stock/record-stock-movement.ts';
import { productCreate } from '../../shared/api/catalog.ts';
import { customerCreate } from '../../shared/api/customers.ts';
import { orderCommit } from '../../shared/api/orders.ts';
import { refundCommit, soldCartOf } from '../../shared/api/refunds.ts';
import { priceRefund } from '../../shared/domain/refund.ts';
import { usualPayouts } from '../../shared/domain/refund-payout.ts';
import type { Failure, Result } from '../../shared/domain/result.ts';
import type { Random } from './random.ts';

/** A till at a moment, and chance: what its cashier does next. */
export type Hands = { context: EngineContext; actor: Actor; random: Random };
/** What the till answered of a sale. */
export type Answered = { orderId: string; receiptNumber: string; totalMinor: number };

const products = query()((b) =>
  b.selectFrom('products').select(['id', 'price_minor']).where('archived', '=', 0).orderBy('id'),
);
const customers = query()((b) =>
  b
    .selectFrom('customers')
    .select(['id', 'points_balance'])
    .where('merged_into_row_id', 'is', null)
    .where('erased_at', 'is', null)
    .orderBy('id'),
);
const soldOrders = query()((b) =>
  b.selectFrom('orders').select('id').where('state', '!=', 'voided').orderBy('id'),
);

/** What may be refused is refused in words; anything else is a bug of the till. */
function told<T>(result: Result<T, Failure>): T | null {
  return result.ok ? result.value : null;
}

export async function addProduct({ context, actor, random }: Hands): Promise<void> {
  const body = productCreate.parse({
    name: `Product ${random.below(1_000_000)}`,
    priceMinor: 100 + random.below(20_000),
    sku: random.chance(0.3) ? `SKU${random.below(30)}` : null,
    barcodes: random.chance(0.3) ? [`48${random.below(30)}`] : [],
    tracksStock: true,
  });
  told(await createProduct(context, body, { accountId: actor.accountId, accountRowId: actor.accountRowId }));
}

export async function editProduct({ context, actor, random }: Hands): Promise<void> {
  const all = context.read.all(products);
  if (all.length === 0) return;
  const { id } = random.pick(all);
  const change = random.pick([
    { priceMinor: 100 + random.below(20_000) },
    { name: `Renamed ${random.below(1_000_000)}` },
    { sku: `SKU${random.below(30)}` },
    { archived: true },
    { barcodes: [`48${random.below(30)}`] },
  ]);
  told(await changeProduct(context, id, change, actor.accountId));
}

export async function addCustomer({ context, actor, random }: Hands): Promise<void> {
  const phone = random.chance(0.5) ? `0917${String(1_000_000 + random.below(40))}` : '';
  const body = customerCreate.parse({ name: `Customer ${random.below(1_000_000)}`, phone });
  told(await createCustomer(context, body, actor));
}

export async function editCustomer({ context, actor, random }: Hands): Promise<void> {
  const all = context.read.all(customers);
  if (all.length === 0) return;
  const { id } = random.pick(all);
  const change = random.pick([
    { name: `Renamed ${random.below(1_000_000)}` },
    { notes: `Note ${random.below(1_000_000)}` },
    { phone: `0917${String(1_000_000 + random.below(40))}` },
  ]);
  told(await changeCustomer(context, id, change, actor));
}

export async function editSettings({ context, actor, random }: Hands): Promise<void> {
  const change = random.pick([
    { shop: { name: `Shop ${random.below(1_000)}` } },
    { shop: { phone: `${random.below(1_000)}` } },
    { receipt: { footer: `Thanks ${random.below(1_000)}` } },
  ]);
  told(await changeSettings(context, change, actor.accountId));
}

export async function moveStockBy({ context, actor, random }: Hands): Promise<void> {
  const all = context.read.all(products);
  if (all.length === 0) return;
  const { id } = random.pick(all);
  const quantityMilli = (random.below(40) - 10) * 1_000;
  if (quantityMilli === 0) return;
  told(
    await recordStockMovement(
      context,
      id,
      { kind: quantityMilli > 0 ? 'receive' : 'adjust', quantityMilli, reason: '' },
      { accountId: actor.accountId, accountRowId: actor.accountRowId },
    ),
  );
}

/** A sale of one to four lines, perhaps to a customer, perhaps paid with points; null when it was refused. */
export async function sell(hands: Hands, onAsked: (orderId: string) => void): Promise<Answered | null> {
  const { context, actor, random } = hands;
  const all = context.read.all(products);
  if (all.length === 0) return null;
  const lines = Array.from({ length: 1 + random.below(4) }, () => {
    const { id, price_minor: unitPriceMinor } = random.pick(all);
    const quantityMilli = (1 + random.below(3)) * 1_000;
    return { lineId: context.ids.uuid(), productId: id, quantityMilli, unitPriceMinor };
  });
  const totalMinor = lines.reduce((sum, line) => sum + (line.unitPriceMinor * line.quantityMilli) / 1_000, 0);
  const known = context.read.all(customers);
  const customer = known.length > 0 && random.chance(0.6) ? random.pick(known) : null;
  const pointsMinor =
    customer !== null && random.chance(0.4) ? pointsTender(context, customer.points_balance, totalMinor) : 0;
  const tenders = [
    ...(pointsMinor > 0 ? [{ kind: 'points' as const, amountMinor: pointsMinor }] : []),
    ...(totalMinor > pointsMinor ? [{ kind: 'cash' as const, amountMinor: totalMinor - pointsMinor }] : []),
  ];
  const id = context.ids.uuid();
  onAsked(id);
  const input = orderCommit.parse({ id, customerId: customer?.id ?? null, lines, tenders, totalMinor });
  const sold = told(await commitOrder(context, input, actor));
  if (sold === null) return null;
  return { orderId: id, receiptNumber: sold.order.receiptNumber, totalMinor };
}

function pointsTender(context: EngineContext, balance: number, totalMinor: number): number {
  const { valueMinor } = context.settings().points;
  return Math.min(Math.max(0, balance) * valueMinor, totalMinor - (totalMinor % Math.max(1, valueMinor)));
}

/** Takes back what is left of some line of a sale that is known here, of whichever till. */
export async function refund({ context, actor, random }: Hands): Promise<void> {
  const all = context.read.all(soldOrders);
  if (all.length === 0) return;
  const { id: orderId } = random.pick(all);
  const refundable = told(getRefundable(context.read, orderId));
  const left = refundable?.lines.filter(({ leftMilli }) => leftMilli >= 1_000) ?? [];
  if (refundable === null || left.length === 0) return;
  const line = random.pick(left);
  const asked = [{ position: line.position, quantityMilli: 1_000 }];
  const priced = priceRefund(soldCartOf(refundable), refundable.before, asked);
  if (!priced.ok) return;
  const { totalMinor } = priced.value;
  const payouts = usualPayouts({
    sold: refundable.sold,
    before: refundable.paidBack,
    totalMinor,
    cashRounding: null,
  });
  const input = refundCommit.parse({
    id: context.ids.uuid(),
    orderId,
    lines: [
      { lineId: context.ids.uuid(), orderPosition: line.position, quantityMilli: 1_000, restock: true },
    ],
    reason: 'Did not fit',
    payouts,
    totalMinor,
  });
  told(await commitRefund(context, input, actor));
}
