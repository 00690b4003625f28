import type { StoredSale } from './stored-sale.ts';
import type { LineToRefund } from './sale-statements.ts';

/** Why nothing of a sale can be refunded, in words; null when something can. */
export function refusalOfSale({
  state,
  receiptNumber,
}: Pick<StoredSale, 'state' | 'receiptNumber'>): string | null {
  if (state === 'voided') return `${receiptNumber} was voided. Its money and goods went back with that.`;
  if (state === 'refunded') return `All of ${receiptNumber} has come back already.`;
  return null;
}

/** Why a line cannot be refunded, in words: what is on a gift card is spent, or it goes back whole. */
export function refusalOfLine(line: LineToRefund): string | null {
  if (line.kind !== 'gift-card') return null;
  if (line.creditBalanceMinor === line.totalMinor) return null;
  return 'This gift card has been used. What is left on it can be spent.';
}

/** Whether goods can go back into stock: only what the sale took out of it. */
export function isRestockable({ tracksStock, movedMilli }: LineToRefund): boolean {
  return tracksStock === 1 && movedMilli !== null;
}

/** Why a sale cannot be voided, in words; null when it can. */
export function refusalOfVoid(sale: StoredSale, openShiftRowId: number | null): string | null {
  const { receiptNumber, state, before, money } = sale;
  if (state === 'voided') return `${receiptNumber} is voided already.`;
  if (before.length > 0) return `Some of ${receiptNumber} has been refunded. Refund the rest instead.`;
  if (sale.journalSeq < 0) {
    return `${receiptNumber} was sold at another till. Void it there while its shift is open, or refund it here.`;
  }
  if (openShiftRowId === null || sale.shiftRowId !== openShiftRowId) {
    return `The shift of ${receiptNumber} is closed and its Z report stands. Refund it instead.`;
  }
  if (money.payments.some(({ kind }) => kind === 'online')) {
    return `${receiptNumber} was paid through the web. Refund it instead.`;
  }
  if (money.payments.some(({ kind }) => kind === 'exchange')) {
    return `${receiptNumber} was taken in exchange. Refund it instead.`;
  }
  return null;
}
