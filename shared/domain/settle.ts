import { hasCardNumber } from './card-number.ts';
import { addMinor, isMinor } from './money.ts';
import { fail, ok, type Failure, type Result } from './result.ts';
import { roundCash, type CashRounding } from './round-cash.ts';

export { roundCash, type CashRounding } from './round-cash.ts';
export { quickCash } from './quick-cash.ts';

export type TenderKind =
  | 'cash'
  | 'card'
  | 'ewallet'
  | 'online'
  | 'gift-card'
  | 'store-credit'
  | 'points'
  | 'on-account'
  | 'exchange';

/** `amountMinor`: for cash what the customer handed over, otherwise what is paid this way. */
export type TenderInput = {
  kind: TenderKind;
  amountMinor: number;
  reference?: string | undefined;
  last4?: string | undefined;
  /** The gift card, store credit or account that it is taken from. */
  creditId?: string | undefined;
};

/** `amountMinor` is what went into the sale; `tenderedMinor = amountMinor + changeMinor`. */
export type SettledTender = {
  kind: TenderKind;
  amountMinor: number;
  tenderedMinor: number;
  changeMinor: number;
  reference?: string;
  last4?: string;
  creditId?: string;
};

/** The tenders' `amountMinor` add up to `paidMinor`, which is the total plus the tip and `cashRoundingMinor`. */
export type Settlement = {
  tenders: SettledTender[];
  paidMinor: number;
  changeMinor: number;
  cashRoundingMinor: number;
};

/**
 * `dueMinor`: what is left to pay without cash; `cashDueMinor`: what is left when the rest is paid in cash, which
 * then rounds the sale by `cashRoundingMinor`. Both are zero once it is paid.
 */
export type Due = {
  dueMinor: number;
  cashDueMinor: number;
  cashRoundingMinor: number;
  changeMinor: number;
};

const NEEDS_REFERENCE: ReadonlySet<TenderKind> = new Set<TenderKind>(['card', 'ewallet']);

/**
 * What is still due of the total and a tip on top of it, at any moment of paying. Never fails: tenders that could not be
 * settled count as they stand, and amounts that are no amounts count as nothing.
 */
export function dueAfter(
  toPayMinor: number,
  tenders: readonly TenderInput[],
  cashRounding: CashRounding | null,
): Due {
  const { cashMinor, otherMinor } = addUp(tenders);
  const restMinor = Math.max(toPayMinor - otherMinor, 0);
  const cashRestMinor = cashRounding ? roundCash(restMinor, cashRounding) : restMinor;
  const paid = restMinor === 0 || (hasCash(tenders) && cashMinor >= cashRestMinor);
  return {
    dueMinor: paid ? 0 : Math.max(restMinor - cashMinor, 0),
    cashDueMinor: paid ? 0 : Math.max(cashRestMinor - cashMinor, 0),
    cashRoundingMinor: cashRestMinor - restMinor,
    changeMinor: paid ? cashMinor - cashRestMinor : 0,
  };
}

/**
 * Settles a sale: change comes from cash only, cash rounding touches only the part paid in cash, several cash tenders
 * become one. A tip is paid on top of the total, by whatever tender. Failures: `tender-invalid`, `tender-reference-required`, `card-number-refused` (with the field, like
 * `tenders.1.reference`), `payment-exceeds-total`, `payment-short` (with `details.dueMinor`).
 * Throws RangeError for a total or tip that is negative or no amount: paying out is not a sale's business.
 */
export function settle(
  totalMinor: number,
  tenders: readonly TenderInput[],
  cashRounding: CashRounding | null,
  tipMinor = 0,
): Result<Settlement> {
  for (const amount of [totalMinor, tipMinor])
    if (!isMinor(amount) || amount < 0) throw new RangeError(`Not an amount to pay: ${amount}`);
  const toPayMinor = addMinor(totalMinor, tipMinor);
  const nothingInCash = isNothingInCash(toPayMinor, tenders, cashRounding);
  for (const [index, tender] of tenders.entries()) {
    const failure = checkTender(tender, index, nothingInCash);
    if (failure) return fail(failure);
  }
  const { cashMinor, otherMinor } = addUp(tenders);
  const restMinor = toPayMinor - otherMinor;
  if (restMinor < 0 || (restMinor === 0 && hasCash(tenders))) {
    return fail({
      code: 'payment-exceeds-total',
      message: 'Only cash can be more than what is due. Lower or remove a payment.',
      details: { overMinor: restMinor < 0 ? 0 - restMinor : cashMinor },
    });
  }
  const due = dueAfter(toPayMinor, tenders, cashRounding);
  const dueMinor = hasCash(tenders) ? due.cashDueMinor : due.dueMinor;
  if (dueMinor > 0) {
    return fail({
      code: 'payment-short',
      message: 'The payment does not cover the total. Take the rest.',
      details: { dueMinor },
    });
  }
  const { changeMinor, cashRoundingMinor } = due;
  return ok({
    tenders: applyTenders(tenders, cashMinor, changeMinor),
    paidMinor: addMinor(toPayMinor, cashRoundingMinor),
    changeMinor,
    cashRoundingMinor,
  });
}

function checkTender(tender: TenderInput, index: number, zeroCashAllowed: boolean): Failure | null {
  const reference = tender.reference?.trim() ?? '';
  const zeroAllowed = zeroCashAllowed && tender.kind === 'cash';
  if (!isMinor(tender.amountMinor) || tender.amountMinor < 0 || (tender.amountMinor === 0 && !zeroAllowed)) {
    return {
      code: 'tender-invalid',
      message: 'A payment must be more than nothing. Enter its amount.',
      field: `tenders.${index}.amountMinor`,
    };
  }
  if (hasCardNumber(reference, tender.kind === 'card')) {
    return {
      code: 'card-number-refused',
      message: 'Card numbers are never stored. Type the reference from the terminal instead.',
      field: `tenders.${index}.reference`,
    };
  }
  if (NEEDS_REFERENCE.has(tender.kind) && reference === '') {
    return {
      code: 'tender-reference-required',
      message: 'This payment needs its reference. Type it from the terminal or the app.',
      field: `tenders.${index}.reference`,
    };
  }
  if (tender.last4 !== undefined && tender.last4 !== '' && !/^\d{4}$/.test(tender.last4)) {
    return {
      code: 'tender-invalid',
      message: 'Write the last four digits of the card, or leave them out.',
      field: `tenders.${index}.last4`,
    };
  }
  return null;
}

/** A rest of 0.02 where the smallest coin is 0.05 is paid with cash of nothing. */
function isNothingInCash(
  toPayMinor: number,
  tenders: readonly TenderInput[],
  cashRounding: CashRounding | null,
): boolean {
  const { cashMinor, otherMinor } = addUp(tenders);
  const restMinor = toPayMinor - otherMinor;
  return (
    cashMinor === 0 && restMinor > 0 && cashRounding !== null && roundCash(restMinor, cashRounding) === 0
  );
}

function applyTenders(
  tenders: readonly TenderInput[],
  cashMinor: number,
  changeMinor: number,
): SettledTender[] {
  const settled: SettledTender[] = [];
  let cashDone = false;
  for (const { kind, amountMinor, reference, last4, creditId } of tenders) {
    if (kind !== 'cash') {
      const also = {
        ...(reference?.trim() && { reference: reference.trim() }),
        ...(last4 && { last4 }),
        ...(creditId && { creditId }),
      };
      settled.push({ kind, amountMinor, tenderedMinor: amountMinor, changeMinor: 0, ...also });
    } else if (!cashDone) {
      cashDone = true;
      settled.push({ kind, amountMinor: cashMinor - changeMinor, tenderedMinor: cashMinor, changeMinor });
    }
  }
  return settled;
}

function hasCash(tenders: readonly TenderInput[]): boolean {
  return tenders.some((tender) => tender.kind === 'cash');
}

function addUp(tenders: readonly TenderInput[]): { cashMinor: number; otherMinor: number } {
  let cashMinor = 0;
  let otherMinor = 0;
  for (const { kind, amountMinor } of tenders) {
    const counted = isMinor(amountMinor) && amountMinor > 0 ? amountMinor : 0;
    if (kind === 'cash') cashMinor = addMinor(cashMinor, counted);
    else otherMinor = addMinor(otherMinor, counted);
  }
  return { cashMinor, otherMinor };
}
