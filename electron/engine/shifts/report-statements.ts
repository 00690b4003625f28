import type { DrawerCount } from '../../../shared/domain/shift-facts.ts';
import { query, rawQuery } from '../db/query.ts';

export const accountName = rawQuery<{ id: string }, { name: string }>(
  'SELECT display_name AS name FROM accounts WHERE id = @id',
);

export type CountRow = {
  row_id: number;
  id: string;
  number: number;
  pieces: string;
  tenders: string;
  cash_minor: number;
  expected_cash_minor: number;
  at: string;
  journal_seq: number;
  shift_row_id: number;
  by: string;
};
const countRows = /* sql */ `
  SELECT c.row_id, c.id, c.number, c.pieces, c.tenders, c.cash_minor, c.expected_cash_minor, c.at, c.journal_seq,
    c.shift_row_id, a.display_name AS "by"
  FROM shift_counts c JOIN accounts a ON a.row_id = c.account_row_id`;
export const countById = rawQuery<{ id: string }, CountRow>(`${countRows} WHERE c.id = @id`);
export const countsOfShift = rawQuery<{ shiftRowId: number }, CountRow>(
  `${countRows} WHERE c.shift_row_id = @shiftRowId ORDER BY c.number`,
);
/** What each count of the drawer came to, as a report tells it. */
export const drawerCounts = rawQuery<{ shiftRowId: number }, DrawerCount>(
  `SELECT c.number, c.cash_minor AS countedMinor, a.id AS "by"
   FROM shift_counts c JOIN accounts a ON a.row_id = c.account_row_id
   WHERE c.shift_row_id = @shiftRowId ORDER BY c.number`,
);
export const insertCount = query<{
  id: string;
  shiftRowId: number;
  number: number;
  pieces: string;
  tenders: string;
  cashMinor: number;
  expectedCashMinor: number;
  accountRowId: number;
  at: string;
  journalSeq: number;
}>()((b, p) =>
  b.insertInto('shift_counts').values({
    id: p('id'),
    shift_row_id: p('shiftRowId'),
    number: p('number'),
    pieces: p('pieces'),
    tenders: p('tenders'),
    cash_minor: p('cashMinor'),
    expected_cash_minor: p('expectedCashMinor'),
    account_row_id: p('accountRowId'),
    at: p('at'),
    journal_seq: p('journalSeq'),
  }),
);

/** Whether money moved in a drawer since an entry: sales of the web and openings without a sale do not move any. */
export const moneyMovedSince = rawQuery<{ seq: number }, { seq: number }>(
  `SELECT seq FROM journal WHERE seq > @seq AND (
     kind IN ('refund.committed', 'sale.voided', 'credit.paid')
     OR (kind = 'sale.committed' AND json_extract(body, '$.source') = 'counter')
     OR (kind = 'cash.moved' AND json_extract(body, '$.kind') <> 'no-sale'))
   LIMIT 1`,
);

export const takeZNumber = rawQuery<Record<never, never>, { last_number: number }>(
  `UPDATE series SET last_number = last_number + 1 WHERE name = 'z-report' RETURNING last_number`,
);
export const insertReport = query<{
  id: string;
  number: number;
  shiftRowId: number;
  facts: string;
  blocks: string;
  signature: string;
  at: string;
  businessDate: string;
  journalSeq: number;
}>()((b, p) =>
  b.insertInto('z_reports').values({
    id: p('id'),
    number: p('number'),
    shift_row_id: p('shiftRowId'),
    facts: p('facts'),
    blocks: p('blocks'),
    signature: p('signature'),
    at: p('at'),
    business_date: p('businessDate'),
    journal_seq: p('journalSeq'),
  }),
);

export type ReportRow = {
  id: string;
  number: number;
  shiftId: string;
  shiftNumber: number;
  at: string;
  businessDate: string;
  openedBy: string;
  closedBy: string;
  facts: string;
  blocks: string;
  signature: string;
};
const reportRows = /* sql */ `
  SELECT z.id, z.number, s.id AS shiftId, s.number AS shiftNumber, z.at, z.business_date AS businessDate,
    o.display_name AS openedBy, coalesce(c.display_name, '') AS closedBy, z.facts, z.blocks, z.signature
  FROM z_reports z JOIN shifts s ON s.row_id = z.shift_row_id
  JOIN accounts o ON o.row_id = s.opened_by_row_id LEFT JOIN accounts c ON c.row_id = s.closed_by_row_id`;
export const reportById = rawQuery<{ id: string }, ReportRow>(`${reportRows} WHERE z.id = @id`);
export const reportOfShift = rawQuery<{ shiftRowId: number }, ReportRow>(
  `${reportRows} WHERE z.shift_row_id = @shiftRowId`,
);
type Between = { from: string; to: string };
export const reportsBetween = rawQuery<Between & { limit: number; offset: number }, ReportRow>(
  `${reportRows} WHERE z.business_date BETWEEN @from AND @to ORDER BY z.row_id DESC LIMIT @limit OFFSET @offset`,
);
export const countReports = rawQuery<Between, { count: number }>(
  'SELECT count(*) AS count FROM z_reports WHERE business_date BETWEEN @from AND @to',
);
