import type { Currency } from '../../../shared/domain/currency.ts';
import { piecesTotal, type Pieces } from '../../../shared/domain/denominations.ts';
import { readAmount } from '../../../shared/domain/read-amount.ts';
import { fail, ok, type Result } from '../../../shared/domain/result.ts';

/** What is counted so far: pieces as they are typed, or one amount as it is typed. Both are kept when the way changes. */
export type DrawerDraft = {
  way: 'pieces' | 'amount';
  /** How many of each, by its worth in minor units, as typed. */
  typed: Readonly<Record<string, string>>;
  amount: string;
};

export const emptyDrawer: DrawerDraft = { way: 'pieces', typed: {}, amount: '' };

/** A draft that begins with what is known to be there. */
export function drawerOf(left: { cashMinor: number; pieces: Pieces }, written: string): DrawerDraft {
  const known = Object.entries(left.pieces);
  return {
    way: known.length === 0 ? 'amount' : 'pieces',
    typed: Object.fromEntries(known.map(([worth, count]) => [worth, String(count)])),
    amount: known.length === 0 ? written : '',
  };
}

/** One count as it is typed; null for what is no count. Nothing typed is none. */
export function readCount(typed: string): number | null {
  const text = typed.trim();
  if (text === '') return 0;
  return /^\d{1,6}$/.test(text) ? Number(text) : null;
}

/** What the readable counts come to: shown while the rest is being typed. */
export function piecesSoFar(typed: DrawerDraft['typed']): number {
  return piecesTotal(piecesOf(typed));
}

/** The drawer as the engine takes it, or what cannot be read, in words. */
export function readDrawer(
  draft: DrawerDraft,
  currency: Currency,
  locale: string,
): Result<{ cashMinor: number; pieces: Record<string, number> }> {
  if (draft.way === 'amount') {
    const amount = readAmount(draft.amount, currency, locale);
    return amount.ok ? ok({ cashMinor: amount.value, pieces: {} }) : amount;
  }
  const unreadable = Object.entries(draft.typed).find(([, typed]) => readCount(typed) === null);
  if (unreadable !== undefined) {
    return fail({
      code: 'quantity-invalid',
      message: `“${unreadable[1]}” is not a number of pieces.`,
      field: unreadable[0],
    });
  }
  return ok({ cashMinor: piecesSoFar(draft.typed), pieces: piecesOf(draft.typed) });
}

function piecesOf(typed: DrawerDraft['typed']): Record<string, number> {
  return Object.fromEntries(
    Object.entries(typed).flatMap(([worth, text]) => {
      const count = readCount(text);
      return count === null || count === 0 ? [] : [[worth, count]];
    }),
  );
}
