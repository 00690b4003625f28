import { query, rawQuery } from '../db/query.ts';
import type { PrintJobsTable } from '../db/schema.ts';

export type PrintJobRow = {
  row_id: number;
  id: string;
  kind: PrintJobsTable['kind'];
  order_id: string | null;
  receipt_number: string | null;
  title: string;
  /** JSON: the paper itself, for what is not made anew from a sale. */
  blocks: string | null;
  open_drawer: number;
  state: 'waiting' | 'printing' | 'printed' | 'cancelled';
  attempts: number;
  last_error: string;
  created_at: string;
  printed_at: string | null;
};

export const insertJob = query<{
  id: string;
  kind: string;
  orderRowId: number | null;
  title: string;
  blocks: string | null;
  openDrawer: number;
  at: string;
  nextAttemptAt: number;
}>()((b, p) =>
  b.insertInto('print_jobs').values({
    id: p('id'),
    kind: p('kind') as never,
    order_row_id: p('orderRowId'),
    title: p('title'),
    blocks: p('blocks'),
    open_drawer: p('openDrawer'),
    state: 'waiting',
    attempts: 0,
    last_error: '',
    created_at: p('at'),
    next_attempt_at: p('nextAttemptAt'),
    printed_at: null,
  }),
);

const rows = /* sql */ `
  SELECT j.row_id, j.id, j.kind, o.id AS order_id, o.receipt_number, j.title, j.blocks, j.open_drawer, j.state, j.attempts,
    j.last_error, j.created_at, j.printed_at
  FROM print_jobs j LEFT JOIN orders o ON o.row_id = j.order_row_id`;
/** In these words, so that the partial index serves it. */
const unfinished = /* sql */ `state IN ('waiting', 'printing')`;

export const jobById = rawQuery<{ id: string }, PrintJobRow>(`${rows} WHERE j.id = @id`);
export const nextJob = rawQuery<Record<never, never>, PrintJobRow>(
  `${rows} WHERE j.${unfinished} ORDER BY j.row_id LIMIT 1`,
);
export const waitingJobs = rawQuery<{ limit: number }, PrintJobRow>(
  `${rows} WHERE j.${unfinished} ORDER BY j.row_id LIMIT @limit`,
);
export const latestJobs = rawQuery<{ limit: number }, PrintJobRow>(
  `${rows} WHERE j.state NOT IN ('waiting', 'printing') ORDER BY j.row_id DESC LIMIT @limit`,
);
export const countWaiting = rawQuery<Record<never, never>, { count: number }>(
  `SELECT count(*) AS count FROM print_jobs WHERE ${unfinished}`,
);
export const receiptOfOrder = rawQuery<{ orderRowId: number }, { row_id: number }>(
  `SELECT row_id FROM print_jobs WHERE order_row_id = @orderRowId AND kind IN ('receipt', 'copy') AND state <> 'cancelled' LIMIT 1`,
);

export const paperById = rawQuery<
  { id: string },
  { kind: PrintJobsTable['kind']; title: string; blocks: string | null; order_row_id: number | null }
>(`SELECT kind, title, blocks, order_row_id FROM print_jobs WHERE id = @id`);

export const markPrinted = rawQuery<{ rowId: number; at: string }, never>(
  `UPDATE print_jobs SET state = 'printed', attempts = attempts + 1, last_error = '', printed_at = @at WHERE row_id = @rowId`,
);
export const markFailed = rawQuery<{ rowId: number; error: string; nextAttemptAt: number }, never>(
  `UPDATE print_jobs SET attempts = attempts + 1, last_error = @error, next_attempt_at = @nextAttemptAt WHERE row_id = @rowId`,
);
export const markCancelled = rawQuery<{ id: string; error: string }, never>(
  `UPDATE print_jobs SET state = 'cancelled', last_error = @error WHERE id = @id AND ${unfinished}`,
);
export const markWaiting = rawQuery<{ id: string; nextAttemptAt: number }, never>(
  `UPDATE print_jobs SET state = 'waiting', open_drawer = 0, next_attempt_at = @nextAttemptAt
   WHERE id = @id AND state = 'cancelled'`,
);
