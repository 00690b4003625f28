import type { z } from 'zod';
import type { AccountPayment, accountPaymentInput } from '../../../shared/api/credits.ts';
import { failure } from '../../../shared/api/failures.ts';
import { fail, ok, type Failure, type Result } from '../../../shared/domain/result.ts';
import { settle } from '../../../shared/domain/settle.ts';
import type { CreditFact } from '../../../shared/journal/kinds.ts';
import type { Actor, EngineContext } from '../context.ts';
import type { ReadableDatabase, WritableDatabase } from '../db/database.ts';
import { append } from '../journal/index.ts';
import { takeSlipNumber } from '../print-queue/index.ts';
import { creditOf } from './credit-of.ts';
import { creditById, creditOfCustomer, customerRow, type StoredCredit } from './credit-statements.ts';
import { moneyText } from './money-text.ts';
import { insertPayment, openShiftForPayment, paymentById } from './payment-statements.ts';
import { printPayment } from './print-payment.ts';
import { writeCredit } from './write-credit.ts';

type Input = z.output<typeof accountPaymentInput>;
type Paid = { payment: AccountPayment; repeated: boolean };

/**
 * Takes what a customer pays off their account: money in the open shift, with a numbered slip. The same id again takes
 * nothing (`repeated`). Fails with `shift-needed`, `credit-unknown` where there is no account, `amount-over-due` for
 * more than is owed, and as `settle` does for references.
 */
export function payAccount(
  context: EngineContext,
  askedId: string,
  input: Input,
  actor: Actor,
): Promise<Result<Paid, Failure>> {
  return context.write((tx): Result<Paid, Failure> => {
    const customerId = tx.first(customerRow, { id: askedId })?.id ?? askedId;
    const known = tx.first(paymentById, { id: input.id });
    if (known !== undefined) {
      const { tender, amountMinor, reference } = input;
      const isSame =
        known.customerId === customerId &&
        known.tender === tender &&
        known.amountMinor === amountMinor &&
        known.reference === reference;
      if (isSame) return ok({ payment: paymentOf(context, tx, input.id), repeated: true });
      return fail(failure('request-invalid', { message: 'This id is in use already.', field: 'id' }));
    }
    const shift = tx.first(openShiftForPayment);
    if (shift === undefined) return fail(failure('shift-needed'));
    const account = tx.first(creditOfCustomer, { customerId, kind: 'on-account' });
    const refused = refusePayment(context, account, input);
    if (refused !== null || account === undefined) return fail(refused ?? failure('credit-unknown'));
    recordPayment(context, tx, { input, customerId, account, shift, actor });
    return ok({ payment: paymentOf(context, tx, input.id), repeated: false });
  });
}

function refusePayment(
  context: EngineContext,
  account: StoredCredit | undefined,
  { tender, amountMinor, reference }: Input,
): Failure | null {
  const owedMinor = Math.max(0 - (account?.balanceMinor ?? 0), 0);
  if (account === undefined || owedMinor === 0) {
    return failure('credit-unknown', { message: 'This customer owes nothing on account.' });
  }
  if (amountMinor > owedMinor) {
    const message = `The customer owes ${moneyText(context.settings(), owedMinor)}. Take at most that.`;
    return failure('amount-over-due', { message, field: 'amountMinor', details: { owedMinor } });
  }
  const settled = settle(amountMinor, [{ kind: tender, amountMinor, reference }], null);
  if (settled.ok) return null;
  return { ...settled.failure, field: settled.failure.field?.replace('tenders.0.', '') ?? 'amountMinor' };
}

type Payment = {
  input: Input;
  customerId: string;
  account: StoredCredit;
  shift: { rowId: number; id: string };
  actor: Actor;
};

function recordPayment(
  context: EngineContext,
  tx: WritableDatabase,
  { input: { id, tender, amountMinor, reference }, customerId, account, shift, actor }: Payment,
): void {
  const slipNumber = takeSlipNumber(tx);
  const creditId = account.id;
  const fact: CreditFact = { key: `paid:${id}`, creditId, kind: 'paid-off', amountMinor };
  const money = { slipNumber, tender, amountMinor, reference };
  const entry = append(context, tx, {
    kind: 'credit.paid',
    body: { paymentId: id, creditId, customerId, shiftId: shift.id, ...money, entry: fact },
    actor: actor.accountId,
  });
  const { seq: journalSeq, at, businessDate } = entry;
  const rows = { creditRowId: account.rowId, shiftRowId: shift.rowId, accountRowId: actor.accountRowId };
  tx.run(insertPayment, { id, ...rows, ...money, at, businessDate, journalSeq });
  const reason = `Slip ${slipNumber}`;
  const written = writeCredit(context, tx, fact, { reason, actor: actor.accountId, journalSeq, at });
  printPayment(context, tx, {
    ...money,
    at,
    owedMinor: 0 - written.balanceAfter,
    customer: { code: account.customerCode ?? '', name: account.customerName ?? '' },
    by: actor.displayName,
  });
}

function paymentOf(context: EngineContext, db: ReadableDatabase, id: string): AccountPayment {
  const stored = db.first(paymentById, { id });
  const account = stored === undefined ? undefined : db.first(creditById, { id: stored.creditId });
  if (stored === undefined || account === undefined)
    throw new Error('a payment that was just taken is not there');
  const { creditId: _, customerId: __, ...payment } = stored;
  return { ...payment, credit: creditOf(context, account) };
}
