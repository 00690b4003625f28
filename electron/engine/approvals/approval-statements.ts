import type { Act } from '../../../shared/domain/acts.ts';
import { query } from '../db/query.ts';

export const approvalById = query<{ id: string }>()((b, p) =>
  b
    .selectFrom('approvals')
    .innerJoin('accounts', 'accounts.row_id', 'approvals.approved_by_row_id')
    .select([
      'approvals.row_id',
      'approvals.id',
      'approvals.act',
      'approvals.subject',
      'approvals.figure',
      'approvals.way',
      'approvals.asked_by_row_id',
      'approvals.at',
      'approvals.used_at',
      'accounts.display_name as approved_by',
    ])
    .where('approvals.id', '=', p('id')),
);
export type ApprovalRow = NonNullable<(typeof approvalById)['row']>;

export const insertApproval = query<{
  id: string;
  act: Act;
  subject: string;
  figure: number | null;
  way: 'own-pin' | 'manager';
  askedByRowId: number;
  approvedByRowId: number;
  at: string;
  journalSeq: number;
}>()((b, p) =>
  b.insertInto('approvals').values({
    id: p('id'),
    act: p('act'),
    subject: p('subject'),
    figure: p('figure'),
    way: p('way'),
    asked_by_row_id: p('askedByRowId'),
    approved_by_row_id: p('approvedByRowId'),
    at: p('at'),
    journal_seq: p('journalSeq'),
  }),
);

export const useApproval = query<{ rowId: number; at: string }>()((b, p) =>
  b
    .updateTable('approvals')
    .set({ used_at: p('at') })
    .where('row_id', '=', p('rowId')),
);
