import { decimalText } from './money.ts';
import { pair, text, type ReceiptBlock } from './receipt-blocks.ts';
import { plainText } from './receipt-text.ts';
import {
  englishWords,
  footBlocks,
  headBlocks,
  itemBlock,
  taxBlock,
  withoutCardNumber,
  type ReceiptOptions,
  type ReceiptShop,
  type Telling,
} from './receipt.ts';
import type { TenderKind } from './settle.ts';

/** What a refund's receipt tells: a part of the refund as the API gives it. */
export type ReceiptRefund = {
  receiptNumber: string;
  orderReceiptNumber: string | null;
  exchange: { receiptNumber: string } | null;
  cashier: string;
  customer: { code: string; name: string } | null;
  reason: string;
  lines: readonly {
    name: string;
    unit: 'each' | 'kg';
    quantityMilli: number;
    unitPriceMinor: number;
    grossMinor: number;
    discountMinor: number;
  }[];
  taxMinor: number;
  totalMinor: number;
  taxMode: 'inclusive' | 'exclusive';
  taxes: readonly { name: string; ratePpm: number; baseMinor: number; taxMinor: number }[];
  cashRoundingMinor: number;
  payments: readonly { kind: TenderKind; amountMinor: number; reference: string }[];
  pointsTaken: number;
  pointsGiven: number;
  pointsBalanceAfter: number | null;
  journalHead: string;
};

/** The receipt of a refund: what came back, what it comes to, how it was paid out. */
export function refundReceiptBlocks(
  refund: ReceiptRefund,
  shop: ReceiptShop,
  options: ReceiptOptions,
): ReceiptBlock[] {
  const telling = tellingOf(shop, options);
  const { money, words } = telling;
  const blocks: ReceiptBlock[] = [
    ...headBlocks(shop, telling),
    ...(options.copy ? [text(words.copy, 'center', true, 'large')] : []),
    text(words.refund, 'center', true, 'large'),
    pair(words.receipt, refund.receiptNumber, true),
    ...(refund.orderReceiptNumber === null
      ? [text(words.withoutReceipt)]
      : [pair(words.ofReceipt, refund.orderReceiptNumber)]),
    pair(words.date, options.dateTime),
    ...(shop.showCashier ? [pair(words.cashier, refund.cashier)] : []),
    ...customerBlocks(refund.customer, telling),
    text(`${words.reason}: ${refund.reason}`),
    { kind: 'rule' },
    ...refund.lines.map((line) =>
      itemBlock({ ...line, lineDiscountMinor: line.discountMinor, orderDiscountMinor: 0, note: '' }, telling),
    ),
    { kind: 'rule' },
    ...(refund.taxMode === 'exclusive' && refund.taxMinor !== 0
      ? refund.taxes.map((tax) => taxBlock(tax, telling))
      : []),
    pair(`${words.refundTotal} ${shop.currency.code}`, money(refund.totalMinor), true, 'large'),
    ...(refund.cashRoundingMinor === 0 ? [] : [pair(words.cashRounding, money(refund.cashRoundingMinor))]),
    ...refund.payments.flatMap((payment) => payoutBlocks(payment, telling)),
    ...(refund.exchange === null ? [] : [pair(words.exchangedFor, refund.exchange.receiptNumber)]),
    ...includedTaxBlocks(refund, shop, telling),
    ...pointsBlocks(refund, telling),
    { kind: 'feed', lines: 2 },
    text(`${words.signature} ______________________`),
    ...footBlocks(refund, shop, telling),
  ];
  return blocks.filter((block) => block.kind !== 'text' || block.text !== '');
}

/** What a slip tells of a sale that was voided. */
export type VoidedSale = {
  receiptNumber: string;
  cashier: string;
  customer: { code: string; name: string } | null;
  totalMinor: number;
  payments: readonly { kind: TenderKind; amountMinor: number; reference: string }[];
};

/** The slip of a void: which sale, who, why, and what has to go back. */
export function voidSlipBlocks(
  sale: VoidedSale,
  voided: { slipNumber: number; by: string; reason: string },
  shop: ReceiptShop,
  options: ReceiptOptions,
): ReceiptBlock[] {
  const telling = tellingOf(shop, options);
  const { money, words } = telling;
  const blocks: ReceiptBlock[] = [
    text(shop.name, 'center', true),
    ...(options.copy ? [text(words.copy, 'center', true, 'large')] : []),
    text(words.voided, 'center', true, 'large'),
    pair(words.slip, String(voided.slipNumber), true),
    pair(words.receipt, sale.receiptNumber),
    pair(words.date, options.dateTime),
    pair(words.cashier, voided.by),
    ...customerBlocks(sale.customer, telling),
    text(`${words.reason}: ${voided.reason}`),
    { kind: 'rule' },
    pair(`${words.total} ${shop.currency.code}`, money(sale.totalMinor), true),
    ...sale.payments.flatMap((payment) => payoutBlocks(payment, telling)),
    ...(sale.payments.some(({ kind }) => kind === 'card') ? [text(words.reverseCard, 'left', true)] : []),
    { kind: 'feed', lines: 2 },
    text(`${words.signature} ______________________`),
    { kind: 'feed', lines: 1 },
    { kind: 'cut' },
  ];
  return blocks.filter((block) => block.kind !== 'text' || block.text !== '');
}

function tellingOf(shop: ReceiptShop, { money, words = englishWords }: ReceiptOptions): Telling {
  return { money: money ?? ((amountMinor) => decimalText(amountMinor, shop.currency)), words };
}

function customerBlocks(customer: ReceiptRefund['customer'], { words }: Telling): ReceiptBlock[] {
  return customer === null ? [] : [pair(words.customer, customer.code), pair('', customer.name)];
}

function payoutBlocks(
  { kind, amountMinor, reference }: ReceiptRefund['payments'][number],
  { money, words }: Telling,
): ReceiptBlock[] {
  const known = withoutCardNumber(plainText(reference), kind);
  return [
    pair(words.givenBack[kind], money(amountMinor)),
    ...(known === '' ? [] : [text(`${words.reference} ${known}`)]),
  ];
}

function includedTaxBlocks(refund: ReceiptRefund, shop: ReceiptShop, telling: Telling): ReceiptBlock[] {
  if (!shop.showTax || refund.taxMode !== 'inclusive' || refund.taxes.length === 0) return [];
  return [
    { kind: 'rule' },
    text(telling.words.taxOfRefund),
    ...refund.taxes.map((tax) => taxBlock(tax, telling)),
  ];
}

function pointsBlocks(refund: ReceiptRefund, { words }: Telling): ReceiptBlock[] {
  const { pointsTaken, pointsGiven, pointsBalanceAfter } = refund;
  if (pointsTaken === 0 && pointsGiven === 0) return [];
  return [
    { kind: 'rule' },
    ...(pointsTaken === 0 ? [] : [pair(words.pointsTaken, String(pointsTaken))]),
    ...(pointsGiven === 0 ? [] : [pair(words.pointsGiven, String(pointsGiven))]),
    ...(pointsBalanceAfter === null ? [] : [pair(words.pointsBalance, String(pointsBalanceAfter))]),
  ];
}
