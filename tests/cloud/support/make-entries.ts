import { createHash } from 'node:crypto';
import { systemIds } from '../../../cloud/ids.ts';
import type { PointsFact, RefundBody, SaleBody } from '../../../shared/journal/kinds.ts';
import type { NewEntry } from './test-till.ts';

export type MadeLine = { productId: string | null; name?: string; quantityMilli: number; totalMinor: number };
export type MadeSale = {
  id?: string;
  receiptNumber?: string;
  businessDate?: string;
  cashierId?: string;
  customerId?: string | null;
  currency?: string;
  lines?: readonly MadeLine[];
  /** What is put on a gift card that is sold with it. */
  giftCardMinor?: number;
  points?: PointsFact[];
};

let numbers = 0;

export function makeReceiptNumber(): string {
  numbers += 1;
  return `S01-T1-A-${String(numbers).padStart(6, '0')}`;
}

/** The entry of a sale without tax or discounts, paid in cash. */
export function saleEntry(sale: MadeSale): NewEntry {
  const { businessDate = '2026-03-02', giftCardMinor = 0, points } = sale;
  const goods = sale.lines ?? [{ productId: 'bread', quantityMilli: 1_000, totalMinor: 5_500 }];
  const lines = goods.map((line) => saleLine(line));
  if (giftCardMinor > 0) lines.push(cardLine(giftCardMinor));
  const figures = figuresOf(lines);
  const { totalMinor } = figures;
  const content: SaleBody = {
    orderId: sale.id ?? systemIds.uuid(),
    publicId: 1,
    source: 'counter',
    receiptNumber: sale.receiptNumber ?? makeReceiptNumber(),
    shiftId: null,
    cashierId: sale.cashierId ?? 'olivia',
    customerId: sale.customerId ?? null,
    currency: sale.currency ?? 'PHP',
    rules,
    lines,
    taxes: [],
    payments: [{ ...cash(totalMinor), tenderedMinor: totalMinor, changeMinor: 0, last4: '' }],
    itemCount: lines.length,
    ...figures,
    cashRoundingMinor: 0,
    tipMinor: 0,
    paidMinor: totalMinor,
    changeMinor: 0,
    discountReason: '',
    approvalIds: [],
    credits: [],
    promotions: [],
    rewards: [],
    points: points === undefined ? null : pointsOf(points),
  };
  return { kind: 'sale.committed', v: 3, businessDate, content };
}

export type MadeRefund = Pick<MadeSale, 'id' | 'businessDate' | 'cashierId' | 'lines' | 'currency'> & {
  giftCardMinor?: number;
};

export function refundEntry(refund: MadeRefund): NewEntry {
  const { businessDate = '2026-03-02', giftCardMinor = 0 } = refund;
  const lines = (refund.lines ?? []).map((line) => refundLine(line));
  if (giftCardMinor > 0) {
    lines.push(
      refundLine({ productId: null, name: 'Gift card', quantityMilli: 1_000, totalMinor: giftCardMinor }),
    );
  }
  const figures = figuresOf(lines);
  const card = { key: systemIds.uuid(), creditId: systemIds.uuid(), kind: 'reversed' as const };
  const content: RefundBody = {
    refundId: refund.id ?? systemIds.uuid(),
    receiptNumber: makeReceiptNumber(),
    orderId: null,
    orderReceiptNumber: null,
    exchangeOrderId: null,
    shiftId: 'shift',
    cashierId: refund.cashierId ?? 'olivia',
    customerId: null,
    reason: 'Did not fit',
    approvalIds: [],
    currency: refund.currency ?? 'PHP',
    rules,
    lines,
    taxes: [],
    payments: [cash(figures.totalMinor)],
    itemCount: lines.length,
    ...figures,
    cashRoundingMinor: 0,
    paidMinor: figures.totalMinor,
    points: null,
    credits: giftCardMinor > 0 ? [{ ...card, amountMinor: 0 - giftCardMinor }] : [],
  };
  return { kind: 'refund.committed', v: 1, businessDate, content };
}

export function voidEntry(orderId: string, businessDate = '2026-03-02'): NewEntry {
  const content = {
    voidId: systemIds.uuid(),
    orderId,
    receiptNumber: 'S01',
    shiftId: 'shift',
    slipNumber: 1,
    reason: 'Mistake',
    approvalId: null,
    movements: [],
    points: null,
    credits: [],
  };
  return { kind: 'sale.voided', v: 1, businessDate, content };
}

export function pointsEntry(customerId: string, points: number, key: string = systemIds.uuid()): NewEntry {
  const content = {
    customerId,
    key,
    kind: 'adjusted',
    points,
    promotionId: null,
    rewardId: null,
    orderId: null,
  };
  return { kind: 'points.changed', content };
}

/** An entry of version 1 with a detachable part. */
export function entryWithPart(kind: string, content: object, part: object): NewEntry {
  const personal = { salt: 'c2FsdA', part: JSON.stringify(part) };
  const personalHash = createHash('sha256').update('salt').update(personal.part).digest('hex');
  return { kind, content: { ...content, personalHash }, personal };
}

const rules = { version: 1, taxMode: 'inclusive', taxRounding: 'line', rounding: 'half-up' } as const;

function cash(amountMinor: number) {
  return { paymentId: systemIds.uuid(), kind: 'cash' as const, amountMinor, reference: '', creditId: null };
}

function pointsOf(entries: PointsFact[]): SaleBody['points'] {
  const sum = (kinds: PointsFact['kind'][]) =>
    entries.filter(({ kind }) => kinds.includes(kind)).reduce((total, { points }) => total + points, 0);
  return { earned: sum(['earned', 'bonus']), spent: 0 - sum(['redeemed']), entries };
}

function figuresOf(lines: readonly { totalMinor: number }[]) {
  const totalMinor = lines.reduce((sum, line) => sum + line.totalMinor, 0);
  return { grossMinor: totalMinor, discountMinor: 0, netMinor: totalMinor, taxMinor: 0, totalMinor };
}

function plainLine({ productId, name = 'Bread', quantityMilli, totalMinor }: MadeLine) {
  return {
    lineId: systemIds.uuid(),
    productId,
    name,
    unit: 'each' as const,
    quantityMilli,
    unitPriceMinor: totalMinor,
    ...figuresOf([{ totalMinor }]),
    taxRates: [],
  };
}

function saleLine(line: MadeLine): SaleBody['lines'][number] {
  const plain = plainLine(line);
  return {
    ...plain,
    kind: line.productId === null ? 'ad-hoc' : 'product',
    sku: null,
    barcode: null,
    note: '',
    listPriceMinor: plain.unitPriceMinor,
    priceReason: '',
    lineDiscountMinor: 0,
    promotionMinor: 0,
    rewardMinor: 0,
    orderDiscountMinor: 0,
    discountReason: '',
    creditId: null,
    movesStock: false,
  };
}

function cardLine(totalMinor: number): SaleBody['lines'][number] {
  const line = saleLine({ productId: null, name: 'Gift card', quantityMilli: 1_000, totalMinor });
  return { ...line, kind: 'gift-card', creditId: systemIds.uuid() };
}

function refundLine(line: MadeLine): RefundBody['lines'][number] {
  return { ...plainLine(line), orderPosition: null, restock: false };
}
