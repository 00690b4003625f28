import { decimalText } from './money.ts';
import { currencyOf } from './currency.ts';
import { percentText } from './percent-text.ts';
import { quantityText } from './quantity.ts';
import { pair, text, type ReceiptBlock } from './receipt-blocks.ts';
import { englishWords } from './receipt-words.ts';
import { reportWords, type ReportWords } from './report-words.ts';
import type { DrawerCount, ShiftFacts, TakenBack } from './shift-facts.ts';

export type PaperTelling = {
  /** An amount as it is to be read, without its currency; `1234.50` when left out. */
  money?: (amountMinor: number) => string;
  /** An instant as it is to be read, in the store's time zone. */
  time: (instant: string) => string;
  /** What an account's id is called. */
  nameOf: (accountId: string) => string;
  words?: ReportWords;
};

type Telling = Required<PaperTelling> & { tenders: typeof englishWords.tenders };

/** An X report, or a Z report with its signature, as paper. */
export function shiftPaper(
  facts: ShiftFacts,
  telling: PaperTelling,
  signature: string | null,
): ReceiptBlock[] {
  const currency = currencyOf(facts.currency) ?? { code: facts.currency, exponent: 2 };
  const tell: Telling = {
    money: (amountMinor) => decimalText(amountMinor, currency),
    words: reportWords,
    tenders: englishWords.tenders,
    ...telling,
  };
  return [
    ...headBlocks(facts, tell),
    ...salesBlocks(facts, tell),
    ...taxBlocks(facts, tell),
    ...tenderBlocks(facts, tell),
    ...drawerBlocks(facts, tell),
    ...moveBlocks(facts, tell),
    ...correctionBlocks(facts, tell),
    ...groupBlocks(facts, tell),
    ...ledgerBlocks(facts, tell),
    ...leftBlocks(facts, tell),
    ...endBlocks(facts, tell, signature),
  ];
}

function section(title: string, blocks: readonly ReceiptBlock[]): ReceiptBlock[] {
  return blocks.length === 0 ? [] : [{ kind: 'rule' }, text(title, 'left', true), ...blocks];
}

function headBlocks(facts: ShiftFacts, { words, time, nameOf }: Telling): ReceiptBlock[] {
  const { shift, store, receipts } = facts;
  return [
    text(store.name, 'center', true, 'large'),
    ...(store.taxNumber === '' ? [] : [text(`${englishWords.taxNumber} ${store.taxNumber}`, 'center')]),
    { kind: 'feed', lines: 1 },
    text(facts.number === null ? words.xReport : `${words.zReport} ${facts.number}`, 'center', true, 'large'),
    ...(facts.number === null ? [text(words.soFar, 'center')] : []),
    { kind: 'rule' },
    pair(words.store, store.code),
    pair(words.register, facts.register),
    pair(words.shift, String(shift.number)),
    pair(words.businessDate, shift.businessDate),
    pair(words.opened, time(shift.openedAt)),
    pair(words.openedBy, nameOf(shift.openedBy)),
    pair(facts.number === null ? words.printed : words.closed, time(facts.at)),
    ...(shift.closedBy === null ? [] : [pair(words.openedBy, nameOf(shift.closedBy))]),
    { kind: 'rule' },
    pair(words.receipts, String(receipts.count), true),
    ...(receipts.first === null || receipts.last === null
      ? [text(words.noReceipts)]
      : [pair(words.firstReceipt, receipts.first), pair(words.lastReceipt, receipts.last)]),
  ];
}

function salesBlocks(facts: ShiftFacts, { words, money }: Telling): ReceiptBlock[] {
  const { sales, refunds, voids } = facts;
  return [
    { kind: 'rule' },
    pair(words.sales, String(sales.count), true),
    pair(words.items, String(sales.itemCount)),
    pair(words.gross, money(sales.grossMinor)),
    pair(words.discounts, money(0 - sales.discountMinor)),
    pair(words.net, money(sales.netMinor)),
    pair(words.tax, money(sales.taxMinor)),
    pair(words.salesTotal, money(sales.totalMinor)),
    pair(`${words.refunds} (${refunds.count})`, money(0 - refunds.totalMinor)),
    pair(`${words.total} ${facts.currency}`, money(sales.totalMinor - refunds.totalMinor), true, 'large'),
    ...(facts.giftCardsMinor === 0 ? [] : [pair(words.giftCards, money(facts.giftCardsMinor))]),
    pair(`${words.voids} (${voids.count})`, money(voids.totalMinor)),
    pair(words.cashRounding, money(facts.cashRoundingMinor)),
    pair(words.tips, money(facts.tipMinor)),
  ];
}

function taxBlocks({ taxes }: ShiftFacts, { words, money }: Telling): ReceiptBlock[] {
  return section(
    words.taxes,
    taxes.map(({ name, ratePpm, baseMinor, taxMinor }) =>
      pair(`${name} ${percentText(ratePpm)} ${words.on} ${money(baseMinor)}`, money(taxMinor)),
    ),
  );
}

function tenderBlocks({ tenders }: ShiftFacts, tell: Telling): ReceiptBlock[] {
  const { words, money } = tell;
  if (tenders === null) return [{ kind: 'rule' }, text(words.blind)];
  return section(
    words.tenders,
    tenders.flatMap(({ kind, count, expectedMinor, countedMinor, varianceMinor }) => [
      pair(
        `${tell.tenders[kind]} (${count})${kind === 'cash' ? `, ${words.withFloat}` : ''}`,
        money(expectedMinor),
      ),
      ...(countedMinor === null || varianceMinor === null
        ? []
        : [pair(words.counted, money(countedMinor)), varianceBlock(varianceMinor, tell)]),
    ]),
  );
}

function varianceBlock(varianceMinor: number, { words, money }: Telling): ReceiptBlock {
  if (varianceMinor === 0) return pair(words.nothingOver, money(0));
  return pair(varianceMinor > 0 ? words.over : words.short, money(varianceMinor), true);
}

function drawerBlocks({ cash, variance }: ShiftFacts, tell: Telling): ReceiptBlock[] {
  const { words, money, nameOf } = tell;
  if (cash === null) return [];
  return section(words.drawer, [
    ...cash.steps.map(({ name, amountMinor }) => pair(words.steps[name], money(amountMinor))),
    pair(words.shouldHold, money(cash.expectedMinor), true),
    ...(cash.countedMinor === null || cash.varianceMinor === null
      ? []
      : [
          pair(words.counted, money(cash.countedMinor), true),
          varianceBlock(cash.varianceMinor, tell),
          ...piecesBlocks(cash.pieces, tell),
          ...countBlocks(cash.counts, tell),
        ]),
    ...(variance.reason === '' ? [] : [text(`${words.reason}: ${variance.reason}`)]),
    ...variance.approvals.map((accountId) => pair(words.approvedBy, nameOf(accountId))),
  ]);
}

/** What each count came to: a drawer that was counted until it fitted shows it. */
function countBlocks(counts: readonly DrawerCount[], { words, money, nameOf }: Telling): ReceiptBlock[] {
  return [
    pair(words.recount, String(counts.length)),
    ...(counts.length < 2 ? [] : counts).map(({ number, countedMinor, by }) =>
      pair(`${number}. ${nameOf(by)}`, money(countedMinor)),
    ),
  ];
}

function piecesBlocks(pieces: Readonly<Record<string, number>>, { money }: Telling): ReceiptBlock[] {
  return Object.entries(pieces)
    .map(([worth, count]) => ({ worth: Number(worth), count }))
    .filter(({ count }) => count > 0)
    .sort((a, b) => b.worth - a.worth)
    .map(({ worth, count }) => pair(`${count} × ${money(worth)}`, money(count * worth)));
}

function moveBlocks({ moves }: ShiftFacts, { words, money, nameOf, time }: Telling): ReceiptBlock[] {
  const paid = moves.filter(({ kind }) => kind !== 'no-sale');
  const noSales = moves.filter(({ kind }) => kind === 'no-sale');
  return [
    ...section(
      words.moves,
      paid.flatMap(({ kind, slipNumber, amountMinor, reason, by }) => [
        pair(
          `${words.moveKinds[kind]}, ${words.slip} ${slipNumber}`,
          money(kind === 'in' ? amountMinor : 0 - amountMinor),
        ),
        text(`${nameOf(by)}: ${reason}`),
      ]),
    ),
    ...section(
      `${words.noSales} (${noSales.length})`,
      noSales.flatMap(({ slipNumber, reason, by, at }) => [
        pair(`${words.slip} ${slipNumber}`, time(at)),
        text(`${nameOf(by)}: ${reason}`),
      ]),
    ),
  ];
}

function correctionBlocks(facts: ShiftFacts, tell: Telling): ReceiptBlock[] {
  const { words, money, nameOf } = tell;
  return [
    ...section(words.refunds, takenBackBlocks(facts.refunds.list, tell)),
    ...section(words.voids, takenBackBlocks(facts.voids.list, tell)),
    ...section(
      words.removed,
      facts.removedLines.flatMap(({ name, quantityMilli, amountMinor, by }) => [
        pair(`${quantityText(quantityMilli)} ${name}`, money(amountMinor)),
        text(nameOf(by)),
      ]),
    ),
    ...section(
      words.priceChanges,
      facts.priceChanges.flatMap(({ receiptNumber, name, listPriceMinor, unitPriceMinor, reason, by }) => [
        pair(name, `${money(listPriceMinor)} > ${money(unitPriceMinor)}`),
        text(`${receiptNumber}, ${nameOf(by)}${reason === '' ? '' : `: ${reason}`}`),
      ]),
    ),
  ];
}

function takenBackBlocks(list: readonly TakenBack[], { money, nameOf }: Telling): ReceiptBlock[] {
  return list.flatMap(({ receiptNumber, totalMinor, reason, by }) => [
    pair(receiptNumber, money(0 - totalMinor)),
    text(`${nameOf(by)}${reason === '' ? '' : `: ${reason}`}`),
  ]);
}

function groupBlocks(facts: ShiftFacts, { words, money, nameOf }: Telling): ReceiptBlock[] {
  return [
    ...section(
      words.categories,
      facts.byCategory.map(({ name, totalMinor }) => pair(name ?? words.noCategory, money(totalMinor))),
    ),
    ...section(
      words.cashiers,
      facts.byCashier.flatMap(({ accountId, salesCount, salesMinor, refundsMinor }) => [
        pair(`${nameOf(accountId)} (${salesCount})`, money(salesMinor)),
        ...(refundsMinor === 0 ? [] : [pair(words.refunds, money(0 - refundsMinor))]),
      ]),
    ),
  ];
}

function ledgerBlocks({ points, credits }: ShiftFacts, { words, money }: Telling): ReceiptBlock[] {
  return [
    ...section(words.points, [
      pair(words.issued, String(points.issued)),
      pair(words.redeemed, String(points.redeemed)),
      ...(points.other === 0 ? [] : [pair(words.otherPoints, String(points.other))]),
      pair(words.outstanding, String(points.outstanding)),
    ]),
    ...credits.flatMap(({ kind, issuedMinor, spentMinor, otherMinor, outstandingMinor }) =>
      section(words.credits[kind], [
        pair(words.creditIn[kind], money(issuedMinor)),
        pair(words.creditOut[kind], money(spentMinor)),
        ...(otherMinor === 0 ? [] : [pair(words.creditOther, money(otherMinor))]),
        kind === 'on-account'
          ? pair(words.owed, money(0 - outstandingMinor))
          : pair(words.outstanding, money(outstandingMinor)),
      ]),
    ),
  ];
}

function leftBlocks(facts: ShiftFacts, { words, money, time }: Telling): ReceiptBlock[] {
  const { parked, unsent, addenda } = facts;
  return [
    ...section(
      words.addenda,
      addenda.flatMap(({ number, receiptNumber, paidAt, totalMinor }) => [
        pair(`${number}. ${receiptNumber}`, money(totalMinor)),
        text(time(paidAt)),
      ]),
    ),
    { kind: 'rule' },
    pair(`${words.parked} (${parked.count})`, money(parked.totalMinor)),
    ...section(words.unsent, [
      text(words.nothingSent),
      pair(words.unsentEntries, String(unsent.entries)),
      pair(`${words.unsentSales} (${unsent.salesCount})`, money(unsent.salesMinor)),
    ]),
  ];
}

function endBlocks(
  { grandTotal, journal, currency }: ShiftFacts,
  { words, money }: Telling,
  signature: string | null,
): ReceiptBlock[] {
  return [
    { kind: 'rule' },
    pair(`${words.grandTotal} ${currency}`, money(grandTotal.afterMinor), true),
    pair(words.grandBefore, money(grandTotal.beforeMinor)),
    { kind: 'rule' },
    pair(words.journal, `${journal.seq} ${journal.head}`),
    ...(signature === null ? [] : [text(`${words.signed} ${signature}`)]),
    { kind: 'feed', lines: 1 },
    { kind: 'cut' },
  ];
}
