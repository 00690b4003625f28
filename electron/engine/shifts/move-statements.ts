import { query, rawQuery } from '../db/query.ts';
import type { CashMovesTable } from '../db/schema.ts';

export type MoveRow = {
  id: string;
  slipNumber: number;
  kind: CashMovesTable['kind'];
  amountMinor: number;
  reason: string;
  by: string;
  at: string;
};

export const moveById = rawQuery<{ id: string }, MoveRow>(
  `SELECT m.id, m.slip_number AS slipNumber, m.kind, m.amount_minor AS amountMinor, m.reason,
     a.display_name AS "by", m.at
   FROM cash_moves m JOIN accounts a ON a.row_id = m.account_row_id WHERE m.id = @id`,
);

export const approvedBy = rawQuery<{ rowId: number }, { name: string }>(
  `SELECT a.display_name AS name FROM approvals p JOIN accounts a ON a.row_id = p.approved_by_row_id
   WHERE p.row_id = @rowId`,
);

export const insertMove = query<{
  id: string;
  shiftRowId: number;
  kind: string;
  amountMinor: number;
  reason: string;
  slipNumber: number;
  accountRowId: number;
  approvalRowId: number | null;
  at: string;
  journalSeq: number;
}>()((b, p) =>
  b.insertInto('cash_moves').values({
    id: p('id'),
    shift_row_id: p('shiftRowId'),
    kind: p('kind') as never,
    amount_minor: p('amountMinor'),
    reason: p('reason'),
    slip_number: p('slipNumber'),
    account_row_id: p('accountRowId'),
    approval_row_id: p('approvalRowId'),
    at: p('at'),
    journal_seq: p('journalSeq'),
  }),
);
