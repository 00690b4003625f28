import type { EntryBodies, RefundBody, SaleBody } from '../../../shared/journal/kinds.ts';
import { readSaleBody } from '../../../shared/journal/read-sale-body.ts';
import { soldOnGiftCards, takenBackGiftCards } from '../../../shared/journal/gift-cards-of.ts';
import { ONE } from '../../../shared/domain/quantity.ts';
import type { ReadableDatabase } from '../db/database.ts';
import { moneyInJournal, voidsInJournal } from './day-statements.ts';

/** Sums by name: `total`, `tender cash`, `product <id> quantity`, … */
export type DaySums = Map<string, number>;

/** Adds up a business date from the journal alone, without a look at the tables that the report is made of. */
export function sumDayFromJournal(db: ReadableDatabase, date: string): DaySums {
  const sums: DaySums = new Map();
  const add = (name: string, value: number): void => {
    sums.set(name, (sums.get(name) ?? 0) + value);
  };
  const voided = voidsTold(db, date);
  for (const { kind, v, body } of db.each(moneyInJournal, { date })) {
    try {
      const told: unknown = JSON.parse(body);
      if (kind === 'sale.committed') addSale(readSaleBody(v, told), voided, add);
      else if (kind === 'refund.committed') addRefund(told as RefundBody, add);
      else addWebPayment(told as EntryBodies['order-payment.finished'], add);
    } catch {
      // An entry that a damaged disk made unreadable is a difference to show, not a reason to show nothing.
      add('unreadable entries', 1);
    }
  }
  return sums;
}

type Add = (name: string, value: number) => void;

function addWebPayment({ state, amountMinor }: EntryBodies['order-payment.finished'], add: Add): void {
  if (state !== 'completed') return;
  add('tender online count', 1);
  add('tender online', amountMinor);
}

/** Which sales were voided and by whom, first where two copies of a till did; without entries that cannot be read. */
function voidsTold(db: ReadableDatabase, date: string): Map<string, string> {
  const first = new Map<string, { voidId: string; actor: string }>();
  for (const { body, actor } of db.all(voidsInJournal, { date })) {
    try {
      const { orderId, voidId } = JSON.parse(body) as EntryBodies['sale.voided'];
      const known = first.get(orderId);
      if (known === undefined || voidId < known.voidId) first.set(orderId, { voidId, actor });
    } catch {
      continue;
    }
  }
  return new Map([...first].map(([orderId, { actor }]) => [orderId, actor]));
}

/** What a refund took out of the day, and by whom. */
function addRefund(refund: RefundBody, add: Add): void {
  const giftCardsMinor = takenBackGiftCards(refund);
  const cards = refund.credits.filter(({ kind }) => kind === 'reversed');
  add('refunds', 1);
  add('gift cards', 0 - giftCardsMinor);
  add('refunded', refund.totalMinor - giftCardsMinor);
  add('refunded net', refund.netMinor - giftCardsMinor);
  add('refunded tax', refund.taxMinor);
  add('refund rounding', refund.cashRoundingMinor);
  add('points', 0 - (refund.points?.taken ?? 0));
  add('points redeemed', 0 - (refund.points?.given ?? 0));
  add(`refunds by ${refund.cashierId}`, refund.totalMinor - giftCardsMinor);
  for (const { kind, amountMinor } of refund.payments) add(`tender ${kind}`, 0 - amountMinor);
  for (const line of refund.lines) {
    const product = line.productId ?? 'of no catalogue';
    add(`product ${product} quantity`, 0 - line.quantityMilli);
    add(`product ${product}`, 0 - line.totalMinor);
  }
  add('product of no catalogue quantity', cards.length * ONE);
  add('product of no catalogue', giftCardsMinor);
  for (const { name, ratePpm, baseMinor, taxMinor } of refund.taxes) {
    add(`base ${ratePpm} ${name}`, 0 - baseMinor);
    add(`tax ${ratePpm} ${name}`, 0 - taxMinor);
  }
}

function addSale(sale: SaleBody, voided: ReadonlyMap<string, string>, add: Add): void {
  const voidedBy = voided.get(sale.orderId);
  if (voidedBy !== undefined) return add(`voids by ${voidedBy}`, sale.totalMinor);
  const goods = sale.lines.filter(({ kind }) => kind !== 'gift-card');
  const giftCardsMinor = soldOnGiftCards(sale);
  add('orders', 1);
  add('items', sale.itemCount - (sale.lines.length - goods.length));
  add('gift cards', giftCardsMinor);
  add('gross', sale.grossMinor - giftCardsMinor);
  add('discount', sale.discountMinor);
  add('net', sale.netMinor - giftCardsMinor);
  add('tax', sale.taxMinor);
  add('total', sale.totalMinor - giftCardsMinor);
  add('cash rounding', sale.cashRoundingMinor);
  add('points', sale.points?.earned ?? 0);
  add('points redeemed', sale.points?.spent ?? 0);
  add(`cashier ${sale.cashierId} orders`, 1);
  add(`cashier ${sale.cashierId}`, sale.totalMinor - giftCardsMinor);
  for (const payment of sale.payments) {
    // What came through the web counts with its own entry.
    if (payment.kind === 'online') continue;
    add(`tender ${payment.kind} count`, 1);
    add(`tender ${payment.kind}`, payment.amountMinor);
  }
  for (const line of goods) {
    const product = line.productId ?? 'of no catalogue';
    add(`product ${product} quantity`, line.quantityMilli);
    add(`product ${product}`, line.totalMinor);
    add('promotions', line.promotionMinor);
    add('rewards', line.rewardMinor);
  }
  for (const { name, ratePpm, baseMinor, taxMinor } of sale.taxes) {
    add(`base ${ratePpm} ${name}`, baseMinor);
    add(`tax ${ratePpm} ${name}`, taxMinor);
  }
}
