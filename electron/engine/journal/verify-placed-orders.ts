import { canonicalText } from '../../../shared/journal/chain.ts';
import type { EntryBodies, PlacedOrderBody } from '../../../shared/journal/kinds.ts';
import type { ReadableDatabase } from '../db/database.ts';
import { rawQuery } from '../db/query.ts';
import { personalPartOf, type Problem, type StoredEntry } from './verify-chain.ts';

/** `productName` is not told once it was erased. */
type Told = { placed: PlacedOrderBody & { productName?: unknown }; placedAt: string; paidMinor: number };
type StoredOrder = PlacedOrderBody & {
  productName: string;
  placedAt: string;
  paidMinor: number;
  soldAs: string | null;
};
type Payment = {
  orderId: string;
  amountMinor: number;
  state: string;
  startedAt: string;
  finishedAt: string | null;
  businessDate: string | null;
};

const storedOrders = rawQuery<Record<never, never>, StoredOrder>(
  `SELECT p.id AS orderId, p.public_id AS publicId, a.id AS accountId, c.id AS customerId,
     p.product_name AS productName, p.quantity, p.price_minor AS priceMinor, p.total_minor AS totalMinor, p.currency,
     p.placed_at AS placedAt, p.paid_minor AS paidMinor, o.id AS soldAs
   FROM placed_orders p JOIN accounts a ON a.row_id = p.account_row_id
   LEFT JOIN customers c ON c.row_id = p.customer_row_id LEFT JOIN orders o ON o.row_id = p.order_row_id`,
);
const storedPayments = rawQuery<Record<never, never>, Payment & { id: string }>(
  `SELECT y.id, p.id AS orderId, y.amount_minor AS amountMinor, y.state, y.started_at AS startedAt,
     y.finished_at AS finishedAt, y.business_date AS businessDate
   FROM placed_payments y JOIN placed_orders p ON p.row_id = y.placed_order_row_id`,
);
const salesWithoutOrder = rawQuery<Record<never, never>, { receiptNumber: string }>(
  `SELECT receipt_number AS receiptNumber FROM orders o WHERE source = 'web' AND journal_seq > 0
     AND NOT EXISTS (SELECT 1 FROM placed_orders p WHERE p.order_row_id = o.row_id)`,
);

/** Follows the orders of the web and their payments through their entries, to compare them with what is stored. */
export function createPlacedOrdersCheck() {
  const orders = new Map<string, Told>();
  const payments = new Map<string, Payment>();
  const strays: Problem[] = [];

  const finish = (entry: StoredEntry, body: EntryBodies['order-payment.finished']): void => {
    const payment = payments.get(body.paymentId);
    const order = orders.get(body.orderId);
    if (payment === undefined || order === undefined || payment.state !== 'pending') {
      strays.push({
        seq: entry.seq,
        what: `Payment ${body.paymentId} was finished without being under way.`,
      });
      return;
    }
    const completed = body.state === 'completed';
    if (completed) order.paidMinor += body.amountMinor;
    payments.set(body.paymentId, {
      ...payment,
      amountMinor: body.amountMinor,
      state: body.state,
      finishedAt: entry.at,
      businessDate: completed ? entry.business_date : null,
    });
  };

  return {
    visit(entry: StoredEntry, body: Record<string, unknown>): void {
      if (entry.kind === 'order.placed') {
        const { personalHash: _, ...placed } = body as EntryBodies['order.placed'] & {
          personalHash?: string;
        };
        const told = { ...placed, ...personalPartOf(entry) };
        orders.set(placed.orderId, { placed: told, placedAt: entry.at, paidMinor: 0 });
      } else if (entry.kind === 'order-payment.started') {
        const { paymentId, orderId, amountMinor } = body as EntryBodies['order-payment.started'];
        const started = { orderId, amountMinor, state: 'pending', startedAt: entry.at };
        payments.set(paymentId, { ...started, finishedAt: null, businessDate: null });
      } else if (entry.kind === 'order-payment.finished') {
        finish(entry, body as EntryBodies['order-payment.finished']);
      }
    },

    /** What the tables hold otherwise than the entries say. Empties what was followed. */
    compare(db: ReadableDatabase): Problem[] {
      return [...strays, ...compareOrders(db, orders), ...comparePayments(db, payments)];
    },
  };
}

function compareOrders(db: ReadableDatabase, orders: Map<string, Told>): Problem[] {
  const problems: Problem[] = [];
  const problem = (what: string) => problems.push({ seq: null, what });
  for (const { placedAt, paidMinor, soldAs, ...placed } of db.each(storedOrders)) {
    const told = orders.get(placed.orderId);
    orders.delete(placed.orderId);
    const { productName } = placed;
    const said = { ...told, placed: { productName, ...told?.placed } };
    if (canonicalText(said) !== canonicalText({ placed, placedAt, paidMinor })) {
      problem(`Web order ${placed.publicId} does not follow from the journal.`);
    }
    if (placed.totalMinor !== placed.quantity * placed.priceMinor) {
      problem(`Web order ${placed.publicId} has a total that is not its price times its quantity.`);
    }
    if (soldAs !== (paidMinor >= placed.totalMinor ? placed.orderId : null)) {
      problem(`Web order ${placed.publicId} is not the sale that its payments make it.`);
    }
  }
  for (const { placed } of orders.values())
    problem(`Web order ${placed.publicId} is in the journal and not in the tables.`);
  for (const { receiptNumber } of db.all(salesWithoutOrder))
    problem(`${receiptNumber} is a sale of the web without the order that was placed.`);
  return problems;
}

function comparePayments(db: ReadableDatabase, payments: Map<string, Payment>): Problem[] {
  const problems: Problem[] = [];
  for (const { id, ...held } of db.each(storedPayments)) {
    const told = payments.get(id);
    payments.delete(id);
    if (told === undefined || canonicalText(told) !== canonicalText(held)) {
      problems.push({ seq: null, what: `Web payment ${id} does not follow from the journal.` });
    }
  }
  for (const id of payments.keys())
    problems.push({ seq: null, what: `Web payment ${id} is in the journal and not in the tables.` });
  return problems;
}
