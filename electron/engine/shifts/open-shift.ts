import type { z } from 'zod';
import { failure } from '../../../shared/api/failures.ts';
import type { shift, shiftOpen } from '../../../shared/api/orders.ts';
import { fail, ok, type Failure, type Result } from '../../../shared/domain/result.ts';
import type { Actor, EngineContext } from '../context.ts';
import { query } from '../db/query.ts';
import { append } from '../journal/index.ts';
import { currentShift } from './current-shift.ts';

const lastNumber = query()((b) => b.selectFrom('shifts').select((e) => e.fn.max('number').as('number')));
const insertShift = query<{
  id: string;
  number: number;
  at: string;
  accountRowId: number;
  floatMinor: number;
  businessDate: string;
}>()((b, p) =>
  b.insertInto('shifts').values({
    id: p('id'),
    number: p('number'),
    state: 'open',
    opened_at: p('at'),
    opened_by_row_id: p('accountRowId'),
    float_minor: p('floatMinor'),
    business_date: p('businessDate'),
  }),
);

/** Opens a shift with its float. The same id again answers with the same shift; another while one is open fails with `shift-open`. */
export function openShift(
  context: EngineContext,
  input: z.infer<typeof shiftOpen>,
  actor: Actor,
): Promise<Result<z.infer<typeof shift>, Failure>> {
  return context.write((tx) => {
    const open = currentShift(tx);
    if (open?.id === input.id) return ok(open);
    if (open !== null)
      return fail(failure('shift-open', { details: { openedBy: open.openedBy, number: open.number } }));
    const number = (tx.first(lastNumber)?.number ?? 0) + 1;
    const entry = append(context, tx, {
      kind: 'shift.opened',
      body: { shiftId: input.id, number, floatMinor: input.floatMinor },
      actor: actor.accountId,
    });
    tx.run(insertShift, {
      id: input.id,
      number,
      at: entry.at,
      accountRowId: actor.accountRowId,
      floatMinor: input.floatMinor,
      businessDate: entry.businessDate,
    });
    const opened = currentShift(tx);
    if (opened === null) throw new Error('a shift that was just opened is not there');
    return ok(opened);
  });
}
