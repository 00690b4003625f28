import type { EntryBodies, EntryKind, SaleBody } from '../../shared/journal/kinds.ts';
import { readSaleBody } from '../../shared/journal/read-sale-body.ts';
import {
  amount,
  fields,
  flag,
  id,
  list,
  oneOf,
  optional,
  orNull,
  record,
  text,
  type Shape,
} from './shape.ts';

const unit = oneOf('each', 'kg');
const figures = {
  grossMinor: amount,
  discountMinor: amount,
  netMinor: amount,
  taxMinor: amount,
  totalMinor: amount,
};
const lineFigures = { productId: orNull(id), name: text, unit, quantityMilli: amount, ...figures };
const taxes = list(fields({ name: text, ratePpm: amount, baseMinor: amount, taxMinor: amount }));
const pointsFact = {
  key: id,
  kind: oneOf('earned', 'redeemed', 'expired', 'adjusted', 'bonus', 'reversed'),
  points: amount,
};
const creditFact = fields({
  key: id,
  creditId: id,
  kind: oneOf('issued', 'spent', 'given-back', 'paid-off', 'adjusted', 'reversed'),
  amountMinor: amount,
});
const payment = { paymentId: id, kind: text, amountMinor: amount, creditId: orNull(id) };
const document = { ...figures, receiptNumber: id, cashierId: id, customerId: orNull(id), currency: id };
const creditKind = oneOf('gift-card', 'store-credit', 'on-account');
const product = fields({ productId: id, name: text, unit, priceMinor: amount, tracksStock: flag });
const productChange = fields({ productId: id, changes: fields({ name: optional(text) }) });

const sale = fields({
  ...document,
  orderId: id,
  lines: list(
    fields({
      ...lineFigures,
      lineId: id,
      kind: oneOf('product', 'ad-hoc', 'gift-card'),
      lineDiscountMinor: amount,
      promotionMinor: amount,
      rewardMinor: amount,
      orderDiscountMinor: amount,
    }),
  ),
  taxes,
  payments: list(fields({ ...payment, tenderedMinor: amount, changeMinor: amount })),
  cashRoundingMinor: amount,
  tipMinor: amount,
  paidMinor: amount,
  changeMinor: amount,
  credits: list(creditFact),
  points: orNull(fields({ earned: amount, spent: amount, entries: list(fields(pointsFact)) })),
});

/** What `readSaleBody` needs of an older version to read it. */
const olderSale = fields({ lines: list(record), payments: list(record), points: orNull(record) });

/** The kinds that something is counted from, or that move money, points or goods. */
const shapes: Partial<Record<EntryKind, Shape>> = {
  'sale.committed': sale,
  'refund.committed': fields({
    ...document,
    refundId: id,
    orderId: orNull(id),
    lines: list(fields({ ...lineFigures, lineId: id, restock: flag })),
    taxes,
    payments: list(fields(payment)),
    cashRoundingMinor: amount,
    paidMinor: amount,
    credits: list(creditFact),
    points: orNull(fields({ taken: amount, given: amount })),
  }),
  'sale.voided': fields({
    voidId: id,
    orderId: id,
    receiptNumber: id,
    movements: list(fields({ movementId: id, productId: id, quantityMilli: amount })),
    points: orNull(fields({ taken: amount, given: amount })),
    credits: list(creditFact),
  }),
  'points.changed': fields({ ...pointsFact, customerId: id, orderId: orNull(id) }),
  'promotion.redeemed': fields({ redemptionId: id, customerId: id, points: list(fields(pointsFact)) }),
  'credit.opened': fields({ creditId: id, kind: creditKind, customerId: orNull(id) }),
  'credit.changed': fields({ creditId: id, kind: creditKind, entry: orNull(creditFact), changes: record }),
  'credit.paid': fields({
    paymentId: id,
    creditId: id,
    customerId: id,
    amountMinor: amount,
    entry: creditFact,
  }),
  'stock.moved': fields({ movementId: id, productId: id, kind: text, quantityMilli: amount }),
  'cash.moved': fields({ moveId: id, shiftId: id, kind: text, amountMinor: amount }),
  'customer.created': fields({ customerId: id }),
  'customer.changed': fields({ customerId: id }),
  'customer.merged': fields({ customerId: id, mergedId: id }),
  'customer.erased': fields({ customerId: id }),
  'account.created': fields({ accountId: id }),
  'account.changed': fields({ accountId: id }),
  'product.created': fields({ product }),
  'product.changed': productChange,
  'products.imported': fields({ created: list(product), changed: list(productChange) }),
  'settings.changed': fields({ changes: record }),
};

/** A body as the newest version of its kind tells it, or the path of the first thing that is not as it should be. */
export type ReadBody = { wrong: string } | Told;
/** Each kind with its body. */
export type Told = { [Kind in EntryKind]: { kind: Kind; body: EntryBodies[Kind] } }[EntryKind];

/** Reads a body of a known kind and version. Never throws, whatever the body is. */
export function readBody(kind: EntryKind, version: number, body: unknown): ReadBody {
  if (kind === 'sale.committed') return readSale(version, body);
  const wrong = (shapes[kind] ?? record)(body);
  return wrong === null ? ({ kind, body } as Told) : { wrong };
}

function readSale(version: number, body: unknown): ReadBody {
  const older = version >= 3 ? null : olderSale(body);
  if (older !== null) return { wrong: older };
  const newest: SaleBody = readSaleBody(version, body);
  const wrong = sale(newest);
  return wrong === null ? { kind: 'sale.committed', body: newest } : { wrong };
}
