import { query, rawQuery } from '../db/query.ts';

export const insertTokenSession = query<{
  id: string;
  accountRowId: number;
  epoch: number;
  kind: 'token' | 'customer';
  tokenHash: Uint8Array;
  at: string;
  expiresAt: string;
}>()((b, p) =>
  b.insertInto('sessions').values({
    id: p('id'),
    account_row_id: p('accountRowId'),
    epoch: p('epoch'),
    kind: p('kind'),
    refresh_hash: p('tokenHash'),
    created_at: p('at'),
    expires_at: p('expiresAt'),
  }),
);

export type TokenSessionRow = {
  session_row_id: number;
  session_id: string;
  epoch: number;
  expires_at: string;
  ended_at: string | null;
  ended_because: string | null;
  account_row_id: number;
  account_id: string;
  username: string;
  email: string;
  role: 'customer' | 'staff' | 'admin';
  status: 'active' | 'disabled';
  session_epoch: number;
  customer_row_id: number | null;
};

const columns = `s.row_id AS session_row_id, s.id AS session_id, s.epoch, s.expires_at, s.ended_at, s.ended_because,
  a.row_id AS account_row_id, a.id AS account_id, a.username, a.email, a.role, a.status, a.session_epoch, a.customer_row_id`;
const joined = `SELECT ${columns} FROM sessions AS s JOIN accounts AS a ON a.row_id = s.account_row_id`;

export const tokenSessionByRowId = rawQuery<{ rowId: number }, TokenSessionRow>(
  `${joined} WHERE s.row_id = @rowId AND s.kind = 'token'`,
);
export const tokenSessionById = rawQuery<{ id: string }, TokenSessionRow>(
  `${joined} WHERE s.id = @id AND s.kind = 'token'`,
);
/** The newest with this hash: tokens that were made within one second are the same text. */
export const customerSessionByHash = rawQuery<{ tokenHash: Uint8Array }, TokenSessionRow>(
  `${joined} WHERE s.refresh_hash = @tokenHash AND s.kind = 'customer' ORDER BY s.row_id DESC LIMIT 1`,
);
export const accountExists = query<{ rowId: number }>()((b, p) =>
  b.selectFrom('accounts').select(['row_id', 'status']).where('row_id', '=', p('rowId')),
);
