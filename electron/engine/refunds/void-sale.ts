import { failure } from '../../../shared/api/failures.ts';
import type { VoidCommitted } from '../../../shared/api/refunds.ts';
import type { z } from 'zod';
import type { voidCommit } from '../../../shared/api/refunds.ts';
import { fail, ok, type Failure, type Result } from '../../../shared/domain/result.ts';
import { requireApproval } from '../approvals/index.ts';
import type { Actor, EngineContext } from '../context.ts';
import { creditsOfVoid } from '../credits/index.ts';
import type { ReadableDatabase, WritableDatabase } from '../db/database.ts';
import { getOrder } from '../orders/index.ts';
import { printAtOnce, renderVoid, voidTitle } from './print-refund.ts';
import { recordVoid, type UsedApproval } from './record-void.ts';
import { refusalOfVoid } from './refuse-refund.ts';
import { openShift } from './sale-statements.ts';
import { readStoredSale, type StoredSale } from './stored-sale.ts';
import { voidById } from './void-statements.ts';

export type VoidInput = z.output<typeof voidCommit>;

/**
 * Takes a whole sale of the open shift back, once: it keeps its number, its money, points, stock and credits go back,
 * and a numbered slip tells of it. The same id again answers with the sale as it is. Fails with `order-unknown`,
 * `shift-needed`, `void-refused` in words, and as `requireApproval` does.
 */
export function voidSale(
  context: EngineContext,
  orderId: string,
  input: VoidInput,
  actor: Actor,
): Promise<Result<VoidCommitted, Failure>> {
  return context.write((tx): Result<VoidCommitted, Failure> => {
    const known = tx.first(voidById, { id: input.id });
    if (known !== undefined) {
      if (known.orderId !== orderId) return fail(failure('void-refused', { field: 'id' }));
      return ok({ order: orderThere(tx, orderId), repeated: true, print: 'off' });
    }
    const sale = readStoredSale(tx, orderId);
    if (sale === null) return fail(failure('order-unknown'));
    const approval = mayVoid(context, tx, sale, { input, actor });
    if (!approval.ok) return approval;
    const credits = creditsOfVoid(context, tx, { orderRowId: sale.rowId, voidId: input.id });
    if (!credits.ok) return credits;
    recordVoid(context, tx, sale, { input, actor, approval: approval.value, credits: credits.value });
    const order = orderThere(tx, orderId);
    return ok({
      order,
      repeated: false,
      print: printSlip(context, tx, order, { rowId: sale.rowId, wanted: input.print }),
    });
  });
}

function mayVoid(
  context: EngineContext,
  tx: WritableDatabase,
  sale: StoredSale,
  { input, actor }: { input: VoidInput; actor: Actor },
): Result<UsedApproval | null, Failure> {
  const shift = tx.first(openShift);
  if (shift === undefined) return fail(failure('shift-needed'));
  const message = refusalOfVoid(sale, shift.rowId);
  if (message !== null) return fail(failure('void-refused', { message }));
  return requireApproval(context, tx, {
    act: 'void',
    subject: sale.id,
    figure: sale.totalMinor,
    actor,
    approvalIds: input.approvalIds,
  });
}

function printSlip(
  context: EngineContext,
  tx: WritableDatabase,
  order: ReturnType<typeof orderThere>,
  { rowId, wanted }: { rowId: number; wanted: boolean | undefined },
): VoidCommitted['print'] {
  const { voided, payments } = order;
  if (voided === null) throw new Error('a sale that was just voided is not');
  const paper = {
    kind: 'slip' as const,
    title: voidTitle(voided),
    blocks: renderVoid(context, order, voided, false),
  };
  return printAtOnce(context, tx, paper, { orderRowId: rowId, wanted, payments });
}

function orderThere(db: ReadableDatabase, id: string) {
  const order = getOrder(db, id);
  if (order === null) throw new Error('a sale whose row is there cannot be read');
  return order;
}
