import { query, rawQuery } from '../db/query.ts';

export const seqOfReceipt = query<{ receiptNumber: string }>()((b, p) =>
  b.selectFrom('orders').select('journal_seq').where('receipt_number', '=', p('receiptNumber')),
);
export const seqOfOpId = query<{ opId: string }>()((b, p) =>
  b.selectFrom('journal').select('seq').where('op_id', '=', p('opId')),
);
export const entryBySeq = query<{ seq: number }>()((b, p) =>
  b.selectFrom('journal').selectAll().where('seq', '=', p('seq')),
);
export type EntryRow = NonNullable<(typeof entryBySeq)['row']>;

export const anyOfKind = query<{ kind: string }>()((b, p) =>
  b.selectFrom('journal').select('seq').where('kind', '=', p('kind')).limit(1),
);

export const codeOfStream = rawQuery<{ stream: string }, { code: string }>(
  'SELECT r.code FROM streams s JOIN registers r ON r.id = s.register_id WHERE s.stream = @stream',
);

/** An account, or a device that acts with a key of its own. */
export const accountName = query<{ id: string }>()((b, p) =>
  b
    .selectFrom('accounts')
    .select('display_name as name')
    .where('id', '=', p('id'))
    .unionAll(b.selectFrom('devices').select('name').where('id', '=', p('id'))),
);
export const customerName = query<{ id: string }>()((b, p) =>
  b.selectFrom('customers').select('code as name').where('id', '=', p('id')),
);
export const productName = query<{ id: string }>()((b, p) =>
  b.selectFrom('products').select('name').where('id', '=', p('id')),
);
export const categoryName = query<{ id: string }>()((b, p) =>
  b.selectFrom('categories').select('name').where('id', '=', p('id')),
);
export const promotionName = query<{ id: string }>()((b, p) =>
  b.selectFrom('promotions').select('title as name').where('id', '=', p('id')),
);
export const rewardName = query<{ id: string }>()((b, p) =>
  b.selectFrom('rewards').select('title as name').where('id', '=', p('id')),
);
