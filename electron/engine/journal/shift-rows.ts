import { rawQuery } from '../db/query.ts';

type All = Record<never, never>;

export type StoredShift = {
  id: string;
  number: number;
  state: string;
  openedAt: string;
  openedBy: string;
  floatMinor: number;
  pieces: string;
  closedAt: string | null;
  closedBy: string | null;
};
export const everyShift = rawQuery<All, StoredShift>(
  `SELECT s.id, s.number, s.state, s.opened_at AS openedAt, o.id AS openedBy, s.float_minor AS floatMinor,
     s.float_pieces AS pieces, s.closed_at AS closedAt, c.id AS closedBy
   FROM shifts s JOIN accounts o ON o.row_id = s.opened_by_row_id
   LEFT JOIN accounts c ON c.row_id = s.closed_by_row_id ORDER BY s.row_id`,
);

export type StoredMove = {
  moveId: string;
  shiftId: string;
  slipNumber: number;
  kind: string;
  amountMinor: number;
  reason: string;
  approvalId: string | null;
  actor: string;
  at: string;
  seq: number;
};
export const everyMove = rawQuery<All, StoredMove>(
  `SELECT m.id AS moveId, s.id AS shiftId, m.slip_number AS slipNumber, m.kind, m.amount_minor AS amountMinor,
     m.reason, p.id AS approvalId, a.id AS actor, m.at, m.journal_seq AS seq
   FROM cash_moves m JOIN shifts s ON s.row_id = m.shift_row_id JOIN accounts a ON a.row_id = m.account_row_id
   LEFT JOIN approvals p ON p.row_id = m.approval_row_id ORDER BY m.row_id`,
);

export type StoredCount = {
  countId: string;
  shiftId: string;
  number: number;
  pieces: string;
  tenders: string;
  cashMinor: number;
  expectedCashMinor: number;
  actor: string;
  at: string;
  seq: number;
};
export const everyCount = rawQuery<All, StoredCount>(
  `SELECT c.id AS countId, s.id AS shiftId, c.number, c.pieces, json_extract(c.tenders, '$.tenders') AS tenders,
     c.cash_minor AS cashMinor, c.expected_cash_minor AS expectedCashMinor, a.id AS actor, c.at, c.journal_seq AS seq
   FROM shift_counts c JOIN shifts s ON s.row_id = c.shift_row_id JOIN accounts a ON a.row_id = c.account_row_id
   ORDER BY c.row_id`,
);

export type StoredReport = {
  id: string;
  number: number;
  shiftId: string;
  facts: string;
  signature: string;
  at: string;
  businessDate: string;
  seq: number;
};
export const everyReport = rawQuery<All, StoredReport>(
  `SELECT z.id, z.number, s.id AS shiftId, z.facts, z.signature, z.at, z.business_date AS businessDate,
     z.journal_seq AS seq
   FROM z_reports z JOIN shifts s ON s.row_id = z.shift_row_id ORDER BY z.row_id`,
);

/** The sales that a report names as addenda, as the tables have them. */
export const everyAddendum = rawQuery<All, { orderId: string; shiftId: string }>(
  `SELECT o.id AS orderId, s.id AS shiftId FROM orders o JOIN shifts s ON s.row_id = o.addendum_shift_row_id`,
);

/** Every number of the slips that this till gave out in this life. */
export const slipNumbers = rawQuery<All, { number: number }>(
  `SELECT slip_number AS number FROM cash_moves UNION SELECT slip_number FROM voids WHERE journal_seq > 0
   UNION SELECT slip_number FROM credit_payments WHERE journal_seq > 0`,
);
export const lastOfSeries = rawQuery<{ name: string }, { last: number }>(
  'SELECT last_number AS last FROM series WHERE name = @name',
);

/** The streams of this register's former lives, whose numbers are not given again. */
export const formerStreams = rawQuery<All, { stream: string }>(
  `SELECT s.stream FROM streams s JOIN registers r ON r.id = s.register_id
   WHERE r.code = (SELECT register_code FROM identity)`,
);
