import { hasCardNumber } from './card-number.ts';
import { decimalText } from './money.ts';
import type { Currency } from './currency.ts';
import { percentText } from './percent-text.ts';
import { quantityText } from './quantity.ts';
import { pair, text, type ReceiptBlock } from './receipt-blocks.ts';
import { plainLines, plainText } from './receipt-text.ts';
import { englishWords, type ReceiptWords } from './receipt-words.ts';
import type { TenderKind } from './settle.ts';

export type { Align, QrDrawing, ReceiptBlock, TextSize } from './receipt-blocks.ts';
export { englishWords, type ReceiptWords } from './receipt-words.ts';

/** What a receipt tells of a sale: a part of the order as the API gives it. */
export type ReceiptSale = {
  receiptNumber: string;
  cashier: string;
  customer: { code: string; name: string } | null;
  lines: readonly {
    name: string;
    unit: 'each' | 'kg';
    quantityMilli: number;
    /** What the catalogue asks for one, where another price was asked. */
    listPriceMinor?: number | undefined;
    unitPriceMinor: number;
    grossMinor: number;
    lineDiscountMinor: number;
    orderDiscountMinor: number;
    note: string;
  }[];
  promotions: readonly { title: string; discountMinor: number; bonusPoints: number }[];
  rewards: readonly { title: string; points: number; discountMinor: number }[];
  grossMinor: number;
  discountMinor: number;
  taxMinor: number;
  totalMinor: number;
  taxMode: 'inclusive' | 'exclusive';
  taxes: readonly { name: string; ratePpm: number; baseMinor: number; taxMinor: number }[];
  /** On top of the total. */
  tipMinor: number;
  cashRoundingMinor: number;
  payments: readonly {
    kind: TenderKind;
    amountMinor: number;
    tenderedMinor: number;
    reference: string;
    last4: string;
    state: 'pending' | 'completed' | 'failed';
  }[];
  changeMinor: number;
  /** Bonus points of promotions among them. */
  pointsEarned: number;
  pointsSpent: number;
  pointsBalanceAfter: number | null;
  journalHead: string;
};

/** What a receipt tells of the shop, and how the owner wants it told. `address`, `header`, `footer`: several lines. */
export type ReceiptShop = {
  name: string;
  address: string;
  phone: string;
  taxNumber: string;
  header: string;
  footer: string;
  currency: Currency;
  showTax: boolean;
  showPoints: boolean;
  showCashier: boolean;
  /** The receipt number as a QR code; without it the number alone is below. */
  showQr: boolean;
  logoId: string | null;
};

export type ReceiptOptions = {
  /** Marked as a copy: every print but the first. */
  copy: boolean;
  /** The sale's date and time in the store's time zone, as it is to be read. */
  dateTime: string;
  /** An amount as it is to be read, without its currency; `1234.50` when left out. */
  money?: (amountMinor: number) => string;
  words?: ReceiptWords;
};

export type Telling = { money: (amountMinor: number) => string; words: ReceiptWords };

/** The receipt of a sale. No block holds a control character, a bidi override or a lone surrogate. */
export function receiptBlocks(sale: ReceiptSale, shop: ReceiptShop, options: ReceiptOptions): ReceiptBlock[] {
  const telling: Telling = {
    money: options.money ?? ((amountMinor) => decimalText(amountMinor, shop.currency)),
    words: options.words ?? englishWords,
  };
  const blocks: ReceiptBlock[] = [
    ...headBlocks(shop, telling),
    ...saleBlocks(sale, shop, options, telling),
    { kind: 'rule' },
    ...sale.lines.map((line) => itemBlock(line, telling)),
    { kind: 'rule' },
    ...totalBlocks(sale, shop, telling),
    ...sale.payments
      .filter((payment) => payment.state !== 'failed')
      .flatMap((payment) => tenderBlocks(payment, telling)),
    ...(sale.changeMinor === 0 ? [] : [pair(telling.words.change, telling.money(sale.changeMinor), true)]),
    ...taxIncludedBlocks(sale, shop, telling),
    ...pointsBlocks(sale, shop, telling),
    ...footBlocks(sale, shop, telling),
  ];
  return blocks.filter((block) => block.kind !== 'text' || block.text !== '');
}

export function headBlocks(shop: ReceiptShop, { words }: Telling): ReceiptBlock[] {
  return [
    ...(shop.logoId === null ? [] : [{ kind: 'logo' as const, pictureId: shop.logoId }]),
    text(shop.name, 'center', true, 'large'),
    ...plainLines(shop.address).map((line) => text(line, 'center')),
    text(shop.phone, 'center'),
    ...(shop.taxNumber === '' ? [] : [text(`${words.taxNumber} ${shop.taxNumber}`, 'center')]),
    ...plainLines(shop.header).map((line) => text(line, 'center')),
    { kind: 'rule' },
  ];
}

function saleBlocks(
  sale: ReceiptSale,
  shop: ReceiptShop,
  options: ReceiptOptions,
  { words }: Telling,
): ReceiptBlock[] {
  const { customer } = sale;
  return [
    ...(options.copy ? [text(words.copy, 'center', true, 'large')] : []),
    pair(words.receipt, sale.receiptNumber, true),
    pair(words.date, options.dateTime),
    ...(shop.showCashier ? [pair(words.cashier, sale.cashier)] : []),
    ...(customer === null ? [] : [pair(words.customer, customer.code), pair('', customer.name)]),
  ];
}

export function itemBlock(line: ReceiptSale['lines'][number], { money, words }: Telling): ReceiptBlock {
  const one = line.quantityMilli === 1000 && line.unit === 'each';
  const count = quantityText(line.quantityMilli);
  const note = plainText(line.note);
  const { unitPriceMinor, listPriceMinor = unitPriceMinor, lineDiscountMinor } = line;
  return {
    kind: 'item',
    quantity: line.unit === 'kg' ? `${count} kg` : count,
    name: plainText(line.name),
    detail: one ? '' : plainText(`× ${money(line.unitPriceMinor)}`),
    amount: plainText(money(line.grossMinor)),
    extras: [
      ...(note === '' ? [] : [{ label: note, amount: '' }]),
      ...(listPriceMinor === unitPriceMinor
        ? []
        : [{ label: plainText(`${words.listPrice} ${money(listPriceMinor)}`), amount: '' }]),
      ...(lineDiscountMinor === 0
        ? []
        : [{ label: words.discount, amount: plainText(money(-lineDiscountMinor)) }]),
    ],
  };
}

function totalBlocks(sale: ReceiptSale, shop: ReceiptShop, { money, words }: Telling): ReceiptBlock[] {
  const addsTax = sale.taxMode === 'exclusive' && sale.taxMinor !== 0;
  const offers = offerBlocks(sale, { money, words });
  const sumOf = (minors: readonly number[]) => minors.reduce((sum, minor) => sum + minor, 0);
  const lineDiscountMinor = sumOf(sale.lines.map((line) => line.lineDiscountMinor));
  const orderDiscountMinor = sumOf(sale.lines.map((line) => line.orderDiscountMinor));
  const blocks: ReceiptBlock[] = [];
  if (sale.discountMinor !== 0 || addsTax) {
    blocks.push(pair(words.subtotal, money(sale.grossMinor - lineDiscountMinor)));
  }
  blocks.push(...offers);
  if (orderDiscountMinor !== 0) blocks.push(pair(words.orderDiscount, money(-orderDiscountMinor)));
  if (addsTax && shop.showTax) blocks.push(...sale.taxes.map((tax) => taxBlock(tax, { money, words })));
  if (addsTax && !shop.showTax) blocks.push(pair(words.tax, money(sale.taxMinor)));
  blocks.push(pair(`${words.total} ${shop.currency.code}`, money(sale.totalMinor), true, 'large'));
  if (sale.tipMinor !== 0) blocks.push(pair(words.tip, money(sale.tipMinor)));
  if (sale.cashRoundingMinor !== 0) blocks.push(pair(words.cashRounding, money(sale.cashRoundingMinor)));
  return blocks;
}

/** What promotions and rewards took off, each under its title; those that only give points are told with the points. */
function offerBlocks({ promotions, rewards }: ReceiptSale, { money, words }: Telling): ReceiptBlock[] {
  return [
    ...promotions
      .filter(({ discountMinor }) => discountMinor !== 0)
      .map(({ title, discountMinor }) => pair(title, money(-discountMinor))),
    ...rewards.map(({ title, points, discountMinor }) =>
      pair(`${words.reward}: ${title} (${points} ${words.points})`, money(-discountMinor)),
    ),
  ];
}

function tenderBlocks(payment: ReceiptSale['payments'][number], { money, words }: Telling): ReceiptBlock[] {
  const last4 = plainText(payment.last4).replace(/\D/g, '').slice(-4);
  const name = words.tenders[payment.kind];
  const amountMinor = payment.kind === 'cash' ? payment.tenderedMinor : payment.amountMinor;
  const reference = withoutCardNumber(plainText(payment.reference), payment.kind);
  return [
    pair(last4 === '' ? name : `${name} **** ${last4}`, money(amountMinor)),
    ...(reference === '' ? [] : [text(`${words.reference} ${reference}`)]),
  ];
}

/** Whole card numbers are refused when a payment is taken; should one be stored all the same, it is not printed. */
export function withoutCardNumber(reference: string, kind: TenderKind): string {
  if (!hasCardNumber(reference, kind === 'card')) return reference;
  return `**** ${reference.replace(/\D/g, '').slice(-4)}`;
}

function taxIncludedBlocks(sale: ReceiptSale, shop: ReceiptShop, telling: Telling): ReceiptBlock[] {
  if (!shop.showTax || sale.taxMode !== 'inclusive' || sale.taxes.length === 0) return [];
  return [
    { kind: 'rule' },
    text(telling.words.taxIncluded),
    ...sale.taxes.map((tax) => taxBlock(tax, telling)),
  ];
}

export function taxBlock(tax: ReceiptSale['taxes'][number], { money, words }: Telling): ReceiptBlock {
  const name = `${tax.name} ${percentText(tax.ratePpm)}`;
  return pair(`${name} ${words.on} ${money(tax.baseMinor)}`, money(tax.taxMinor));
}

function pointsBlocks(sale: ReceiptSale, shop: ReceiptShop, { words }: Telling): ReceiptBlock[] {
  if (sale.customer === null || (!shop.showPoints && sale.pointsSpent === 0)) return [];
  const { pointsSpent, pointsBalanceAfter } = sale;
  return [
    { kind: 'rule' },
    pair(words.pointsEarned, String(sale.pointsEarned)),
    ...sale.promotions
      .filter(({ bonusPoints }) => bonusPoints !== 0)
      .map(({ title, bonusPoints }) => pair(`${words.pointsOf} ${title}`, String(bonusPoints))),
    ...(pointsSpent === 0 ? [] : [pair(words.pointsSpent, String(pointsSpent))]),
    ...(pointsBalanceAfter === null ? [] : [pair(words.pointsBalance, String(pointsBalanceAfter))]),
  ];
}

export function footBlocks(
  sale: Pick<ReceiptSale, 'receiptNumber' | 'journalHead'>,
  shop: ReceiptShop,
  { words }: Telling,
): ReceiptBlock[] {
  const number = plainText(sale.receiptNumber);
  const head = plainText(sale.journalHead).slice(0, 8);
  return [
    { kind: 'rule' },
    ...plainLines(shop.footer).map((line) => text(line, 'center')),
    { kind: 'feed', lines: 1 },
    ...(shop.showQr ? [{ kind: 'qr' as const, data: number, label: number }] : [text(number, 'center')]),
    ...(head === '' ? [] : [text(`${words.journal} ${head}`, 'center')]),
    { kind: 'feed', lines: 1 },
    { kind: 'cut' },
  ];
}
