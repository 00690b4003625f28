import { sql } from 'kysely';
import type { CreditFact, CreditKind } from '../../../shared/journal/kinds.ts';
import { query, type builder } from '../db/query.ts';
import { survivingRow } from '../surviving-row.ts';

export const credits = (b: typeof builder) =>
  b
    .selectFrom('credits')
    .leftJoin('customers', 'customers.row_id', 'credits.customer_row_id')
    .select([
      'credits.row_id as rowId',
      'credits.id',
      'credits.kind',
      'credits.code',
      'credits.balance_minor as balanceMinor',
      'credits.limit_minor as limitMinor',
      'credits.expires_on as expiresOn',
      'credits.blocked_at as blockedAt',
      'credits.blocked_reason as blockedReason',
      'credits.created_at as createdAt',
      'customers.id as customerId',
      'customers.code as customerCode',
      'customers.name as customerName',
    ]);

export const creditById = query<{ id: string }>()((b, p) => credits(b).where('credits.id', '=', p('id')));
export type StoredCredit = NonNullable<(typeof creditById)['row']>;

export const creditByCode = query<{ code: string }>()((b, p) =>
  credits(b).where('credits.code', '=', p('code')),
);

export const creditByCodeHash = query<{ codeHash: string }>()((b, p) =>
  credits(b).where('credits.code_hash', '=', p('codeHash')),
);

export const creditOfCustomer = query<{ customerId: string; kind: CreditKind }>()((b, p) =>
  credits(b)
    .where('customers.row_id', '=', survivingRow(p('customerId')))
    .where('credits.kind', '=', p('kind')),
);

export const customerRow = query<{ id: string }>()((b, p) =>
  b
    .selectFrom('customers')
    .select(['row_id as rowId', 'id'])
    .where('row_id', '=', survivingRow(p('id'))),
);

export const insertCredit = query<{
  id: string;
  kind: CreditKind;
  code: string | null;
  /** Where the code itself is not here. */
  codeHash: string | null;
  customerRowId: number | null;
  expiresOn: string | null;
  at: string;
}>()((b, p) =>
  b.insertInto('credits').values({
    id: p('id'),
    kind: p('kind'),
    code: p('code'),
    code_hash: p('codeHash'),
    customer_row_id: p('customerRowId'),
    expires_on: p('expiresOn'),
    created_at: p('at'),
  }),
);

export const writtenByKey = query<{ key: string }>()((b, p) =>
  b
    .selectFrom('credit_entries')
    .select(['row_id as rowId', 'balance_after as balanceAfter'])
    .where('key', '=', p('key')),
);

export const insertEntry = query<{
  id: string;
  key: string;
  creditRowId: number;
  kind: CreditFact['kind'];
  amountMinor: number;
  balanceAfter: number;
  orderRowId: number | null;
  refundRowId: number | null;
  reason: string;
  actor: string;
  at: string;
  journalSeq: number;
}>()((b, p) =>
  b.insertInto('credit_entries').values({
    id: p('id'),
    key: p('key'),
    credit_row_id: p('creditRowId'),
    kind: p('kind'),
    amount_minor: p('amountMinor'),
    balance_after: p('balanceAfter'),
    order_row_id: p('orderRowId'),
    refund_row_id: p('refundRowId'),
    reason: p('reason'),
    actor: p('actor'),
    at: p('at'),
    journal_seq: p('journalSeq'),
  }),
);

/** Keeps the balance in step with the ledger. */
export const addToBalance = query<{ rowId: number; amountMinor: number }>()((b, p) =>
  b
    .updateTable('credits')
    .set({ balance_minor: sql`balance_minor + ${p('amountMinor')}` })
    .where('row_id', '=', p('rowId')),
);

/** What a sale changed, and what was changed back of it since. */
export const factsOfOrder = query<{ orderRowId: number }>()((b, p) =>
  b
    .selectFrom('credit_entries as e')
    .innerJoin('credits as c', 'c.row_id', 'e.credit_row_id')
    .select(['c.id as creditId', 'e.key', 'e.kind', 'e.amount_minor as amountMinor'])
    .where('e.order_row_id', '=', p('orderRowId'))
    .orderBy('e.row_id'),
);

export const blockCredit = query<{ rowId: number; at: string | null; reason: string }>()((b, p) =>
  b
    .updateTable('credits')
    .set({ blocked_at: p('at'), blocked_reason: p('reason') })
    .where('row_id', '=', p('rowId')),
);

export const setExpiry = query<{ rowId: number; expiresOn: string | null }>()((b, p) =>
  b
    .updateTable('credits')
    .set({ expires_on: p('expiresOn') })
    .where('row_id', '=', p('rowId')),
);

export const setLimit = query<{ rowId: number; limitMinor: number | null }>()((b, p) =>
  b
    .updateTable('credits')
    .set({ limit_minor: p('limitMinor') })
    .where('row_id', '=', p('rowId')),
);
