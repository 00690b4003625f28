import { failure } from '../../../shared/api/failures.ts';
import { settlePayout } from '../../../shared/domain/refund-payout.ts';
import { fail, ok, type Failure, type Result } from '../../../shared/domain/result.ts';
import type { EngineContext } from '../context.ts';
import { refusalOfCredit } from '../credits/index.ts';
import type { ReadableDatabase } from '../db/database.ts';
import type { DecidedRefund, RefundCommitInput, ReturnedGoods } from './decided-refund.ts';
import { goodsOfSale } from './goods-of-sale.ts';
import { goodsWithoutReceipt } from './goods-without-receipt.ts';
import { lineIdInUse } from './refund-statements.ts';
import { openShift } from './sale-statements.ts';

/** Checks a refund against the books as they are now. Reads only. */
export function decideRefund(
  context: EngineContext,
  db: ReadableDatabase,
  input: RefundCommitInput,
): Result<DecidedRefund, Failure> {
  const shift = db.first(openShift);
  if (shift === undefined) return fail(failure('shift-needed'));
  const reused = reusedLineId(db, input);
  if (reused >= 0) {
    const message = 'This line id is in use already. Every line needs a new one.';
    return fail(failure('request-invalid', { message, field: `lines.${reused}.lineId` }));
  }
  const goods =
    input.orderId === null ? goodsWithoutReceipt(context, db, input) : goodsOfSale(db, input.orderId, input);
  if (!goods.ok) return goods;
  const { priced, sale } = goods.value;
  if (priced.totalMinor !== input.totalMinor) {
    const details = { totalMinor: priced.totalMinor };
    return fail(failure('total-differs', { field: 'totalMinor', details }));
  }
  const refused = refusePayouts(context, input, goods.value);
  if (refused !== null) return fail(refused);
  const payout = settlePayout(
    {
      sold: sale?.money ?? null,
      before: sale?.paidBack ?? [],
      totalMinor: priced.totalMinor,
      cashRounding: context.settings().cash.rounding,
    },
    input.payouts,
  );
  if (!payout.ok) return payout;
  const unusable = refuseGiftCards(context, db, payout.value.payouts);
  return unusable === null ? ok({ ...goods.value, shift, payout: payout.value }) : fail(unusable);
}

function reusedLineId(db: ReadableDatabase, { lines }: RefundCommitInput): number {
  return lines.findIndex(
    ({ lineId }, index) =>
      lines.findIndex((line) => line.lineId === lineId) !== index ||
      db.first(lineIdInUse, { lineId }) !== undefined,
  );
}

/** Money does not go where nobody can spend it. */
function refuseGiftCards(
  context: EngineContext,
  db: ReadableDatabase,
  payouts: readonly { kind: string; creditId?: string | null | undefined }[],
): Failure | null {
  for (const { kind, creditId } of payouts) {
    const refused = kind === 'gift-card' && creditId != null ? refusalOfCredit(context, db, creditId) : null;
    if (refused !== null) return { ...refused, field: 'payouts' };
  }
  return null;
}

/** What `settlePayout` cannot know: who gets it, and that an exchange has two halves. */
function refusePayouts(
  context: EngineContext,
  input: RefundCommitInput,
  { sale, customer }: ReturnedGoods,
): Failure | null {
  for (const [index, { kind }] of input.payouts.entries()) {
    const field = `payouts.${index}.kind`;
    if (sale === null && kind !== 'cash' && kind !== 'store-credit' && kind !== 'exchange') {
      const message = 'Without a receipt, money goes back in cash or as store credit.';
      return failure('tender-unavailable', { message, field });
    }
    if (kind === 'store-credit' && !context.settings().credit.storeCredit) {
      const message = 'This shop gives no store credit. Choose another way.';
      return failure('tender-unavailable', { message, field });
    }
    if ((kind === 'store-credit' || kind === 'on-account') && customer === null) {
      const message = 'Store credit needs a customer. Choose another way, or refund without it.';
      return failure('customer-needed', { message, field });
    }
  }
  const exchanged = input.payouts.some(({ kind }) => kind === 'exchange');
  if (exchanged === (input.exchange !== null)) return null;
  const message = exchanged
    ? 'What is taken instead is missing.'
    : 'What is taken instead has to be paid with what comes back.';
  return failure('request-invalid', { message, field: 'exchange' });
}
