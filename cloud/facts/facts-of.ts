import type { PointsFact, RefundBody, SaleBody } from '../../shared/journal/kinds.ts';
import type { Told } from './entry-shapes.ts';

/** A product's id, or null and the name of what the catalogue did not know; thousandths and minor units. */
export type CountedLine = [productId: string | null, name: string, quantityMilli: number, totalMinor: number];

/** A sale or refund as reports count it: its goods. Gift cards are owed, and in no figure. */
export type CountedDocument = {
  id: string;
  kind: 'sale' | 'refund';
  receiptNumber: string;
  cashierId: string;
  /** Whose points it changed, and by how much; null and 0 where it changed none. */
  customerId: string | null;
  points: number;
  currency: string;
  totalMinor: number;
  quantityMilli: number;
  lines: CountedLine[];
};
export type CountedPoints = { customerId: string; key: string; points: number };

/** What one entry adds to the books of its store. Every part is a sum or a set: no order of arrival matters. */
export type Facts = {
  documents: CountedDocument[];
  /** Sales by their id. */
  voided: string[];
  points: CountedPoints[];
  /** Sales by their id that spent points: what was held for them is used. */
  spending: string[];
  /** Two records of one customer. */
  merged: { customerId: string; mergedId: string }[];
};

const nothing: Facts = { documents: [], voided: [], points: [], spending: [], merged: [] };

/** What an entry of its kind's shape adds to the books. */
export function factsOf(told: Told): Facts {
  switch (told.kind) {
    case 'sale.committed':
      return factsOfSale(told.body);
    case 'refund.committed':
      return { ...nothing, documents: [countRefund(told.body)] };
    case 'sale.voided':
      return { ...nothing, voided: [told.body.orderId] };
    case 'points.changed':
      return { ...nothing, points: pointsOf(told.body.customerId, [told.body]) };
    case 'promotion.redeemed':
      return { ...nothing, points: pointsOf(told.body.customerId, told.body.points) };
    case 'customer.merged':
      return { ...nothing, merged: [told.body] };
    default:
      return nothing;
  }
}

function factsOfSale(sale: SaleBody): Facts {
  const { orderId, points } = sale;
  return {
    ...nothing,
    documents: [countSale(sale)],
    spending: (points?.spent ?? 0) > 0 ? [orderId] : [],
  };
}

function pointsOf(customerId: string, facts: readonly PointsFact[]): CountedPoints[] {
  return facts.map(({ key, points }) => ({ customerId, key, points }));
}

function countSale(sale: SaleBody): CountedDocument {
  const { orderId: id, receiptNumber, cashierId, currency, lines } = sale;
  const counted = lines.filter(({ kind }) => kind !== 'gift-card').map(countLine);
  const points = (sale.points?.entries ?? []).reduce((sum, entry) => sum + entry.points, 0);
  const customerId = points === 0 ? null : sale.customerId;
  return { id, kind: 'sale', receiptNumber, cashierId, customerId, points, currency, ...addUp(counted) };
}

function countRefund(refund: RefundBody): CountedDocument {
  const { refundId: id, receiptNumber, cashierId, currency } = refund;
  const counted = goodsOf(refund).map(countLine);
  const common = { receiptNumber, cashierId, currency, ...addUp(counted) };
  // What it changes of points, entries of their own tell.
  return { id, kind: 'refund', customerId: null, points: 0, ...common };
}

/** A refund's lines do not say which of them are gift cards; its credits say what was taken off each card. */
function goodsOf({ lines, credits }: RefundBody): RefundBody['lines'] {
  const cards = credits.filter(({ kind }) => kind === 'reversed').map(({ amountMinor }) => 0 - amountMinor);
  return lines.filter(({ productId, totalMinor }) => {
    const card = productId === null ? cards.indexOf(totalMinor) : -1;
    if (card >= 0) cards.splice(card, 1);
    return card < 0;
  });
}

function countLine(line: (SaleBody | RefundBody)['lines'][number]): CountedLine {
  const { productId, name, quantityMilli, totalMinor } = line;
  return [productId, productId === null ? name : '', quantityMilli, totalMinor];
}

function addUp(lines: CountedLine[]): Pick<CountedDocument, 'lines' | 'quantityMilli' | 'totalMinor'> {
  return {
    lines,
    quantityMilli: lines.reduce((sum, [, , quantityMilli]) => sum + quantityMilli, 0),
    totalMinor: lines.reduce((sum, [, , , totalMinor]) => sum + totalMinor, 0),
  };
}
