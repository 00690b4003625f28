import { sql } from 'kysely';
import { query } from '../db/query.ts';

export const insertSession = query<{
  id: string;
  accountRowId: number;
  epoch: number;
  refreshHash: Uint8Array;
  at: string;
  expiresAt: string;
}>()((b, p) =>
  b.insertInto('sessions').values({
    id: p('id'),
    account_row_id: p('accountRowId'),
    epoch: p('epoch'),
    refresh_hash: p('refreshHash'),
    created_at: p('at'),
    expires_at: p('expiresAt'),
  }),
);
export const touchAccount = query<{ rowId: number; at: string }>()((b, p) =>
  b
    .updateTable('accounts')
    .set({ last_sign_in_at: p('at') })
    .where('row_id', '=', p('rowId')),
);
export const dropExpired = query<{ accountRowId: number; now: string }>()((b, p) =>
  b
    .deleteFrom('sessions')
    .where('account_row_id', '=', p('accountRowId'))
    .where('expires_at', '<=', p('now')),
);
/** A session of the till's own screens. */
export const sessionWithAccount = query<{ id: string }>()((b, p) =>
  b
    .selectFrom('sessions')
    .innerJoin('accounts', 'accounts.row_id', 'sessions.account_row_id')
    .select([
      'sessions.row_id as session_row_id',
      'sessions.refresh_hash',
      'sessions.previous_hash',
      'sessions.rotated_at',
      'sessions.expires_at',
      'sessions.ended_at',
      'sessions.epoch',
      'accounts.row_id',
      'accounts.id',
      'accounts.username',
      'accounts.display_name',
      'accounts.role',
      'accounts.status',
      'accounts.session_epoch',
    ])
    .where('sessions.id', '=', p('id'))
    .where('sessions.kind', '=', sql.lit('till' as const)),
);
export const rotateSession = query<{
  rowId: number;
  refreshHash: Uint8Array;
  previousHash: Uint8Array;
  at: string;
}>()((b, p) =>
  b
    .updateTable('sessions')
    .set({ refresh_hash: p('refreshHash'), previous_hash: p('previousHash'), rotated_at: p('at') })
    .where('row_id', '=', p('rowId')),
);
export const endSession = query<{ id: string; at: string; because: string }>()((b, p) =>
  b
    .updateTable('sessions')
    .set({ ended_at: p('at'), ended_because: p('because') })
    .where('id', '=', p('id'))
    .where('ended_at', 'is', null),
);
