import type { Currency } from './currency.ts';
import type { Result } from './result.ts';

export type TenderKind = 'cash' | 'card' | 'ewallet' | 'gift-card' | 'store-credit' | 'points' | 'on-account';

/** `amountMinor`: for cash what the customer handed over, otherwise what is charged. */
export type TenderInput = {
  kind: TenderKind;
  amountMinor: number;
  reference?: string | undefined;
  last4?: string | undefined;
};

export type CashRounding = { stepMinor: number; tie: 'up' | 'down' | 'even' };

export type SettledTender = {
  kind: TenderKind;
  amountMinor: number;
  tenderedMinor: number;
  changeMinor: number;
  reference?: string;
  last4?: string;
};

export type Settlement = {
  tenders: SettledTender[];
  paidMinor: number;
  changeMinor: number;
  cashRoundingMinor: number;
};

export type Due = {
  dueMinor: number;
  cashDueMinor: number;
  cashRoundingMinor: number;
  changeMinor: number;
};

const unwritten = (...of: unknown[]): never => {
  throw new Error(`not written yet: ${of.length}`);
};

export const settle = (
  totalMinor: number,
  tenders: readonly TenderInput[],
  cashRounding: CashRounding | null,
): Result<Settlement> => unwritten(totalMinor, tenders, cashRounding);
export const dueAfter = (
  totalMinor: number,
  tenders: readonly TenderInput[],
  cashRounding: CashRounding | null,
): Due => unwritten(totalMinor, tenders, cashRounding);
export const roundCash = (amountMinor: number, cashRounding: CashRounding): number =>
  unwritten(amountMinor, cashRounding);
export const quickCash = (dueMinor: number, currency: Currency): number[] => unwritten(dueMinor, currency);
