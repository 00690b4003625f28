import type { SaleBody } from '../../../shared/journal/kinds.ts';
import { readSaleBody } from '../../../shared/journal/read-sale-body.ts';
import type { ReadableDatabase } from '../db/database.ts';
import { salesInJournal } from './day-statements.ts';

/** Sums by name: `total`, `tender cash`, `product <id> quantity`, … */
export type DaySums = Map<string, number>;

/** Adds up a business date from the journal alone, without a look at the tables that the report is made of. */
export function sumDayFromJournal(db: ReadableDatabase, date: string): DaySums {
  const sums: DaySums = new Map();
  const add = (name: string, value: number): void => {
    sums.set(name, (sums.get(name) ?? 0) + value);
  };
  for (const { v, body } of db.each(salesInJournal, { date })) {
    try {
      addSale(readSaleBody(v, JSON.parse(body)), add);
    } catch {
      // An entry that a damaged disk made unreadable is a difference to show, not a reason to show nothing.
      add('unreadable entries', 1);
    }
  }
  return sums;
}

function addSale(sale: SaleBody, add: (name: string, value: number) => void): void {
  add('orders', 1);
  add('items', sale.itemCount);
  add('gross', sale.grossMinor);
  add('discount', sale.discountMinor);
  add('net', sale.netMinor);
  add('tax', sale.taxMinor);
  add('total', sale.totalMinor);
  add('cash rounding', sale.cashRoundingMinor);
  add('points', sale.points?.earned ?? 0);
  add(`cashier ${sale.cashierId} orders`, 1);
  add(`cashier ${sale.cashierId}`, sale.totalMinor);
  for (const payment of sale.payments) {
    add(`tender ${payment.kind} count`, 1);
    add(`tender ${payment.kind}`, payment.amountMinor);
  }
  for (const line of sale.lines) {
    const product = line.productId ?? `named ${line.name}`;
    add(`product ${product} quantity`, line.quantityMilli);
    add(`product ${product}`, line.totalMinor);
  }
  for (const { name, ratePpm, baseMinor, taxMinor } of sale.taxes) {
    add(`base ${ratePpm} ${name}`, baseMinor);
    add(`tax ${ratePpm} ${name}`, taxMinor);
  }
}
