import { query, rawQuery } from '../db/query.ts';

export const joinedBefore = query<{ writer: string }>()((b, p) =>
  b
    .selectFrom('journal')
    .select('seq')
    .where('kind', '=', 'register.joined')
    .where('seq', '>', 0)
    .where('writer', '=', p('writer'))
    .limit(1),
);

/** The shop that this till was in last. */
export const lastStore = rawQuery<Record<never, never>, { storeId: string }>(
  `SELECT json_extract(body, '$.storeId') AS storeId FROM journal
   WHERE kind = 'register.joined' AND seq > 0 ORDER BY seq DESC LIMIT 1`,
);

export const putLink = query<{
  url: string;
  organisationId: string;
  organisationName: string;
  storeId: string;
  storeName: string;
  registerId: string;
  registerNumber: number;
  registerName: string;
  joinedAt: string;
  epoch: number;
  ackedHash: Uint8Array;
  stream: string;
}>()((b, p) =>
  b.replaceInto('link').values({
    only: 1,
    url: p('url'),
    organisation_id: p('organisationId'),
    organisation_name: p('organisationName'),
    store_id: p('storeId'),
    store_name: p('storeName'),
    register_id: p('registerId'),
    register_number: p('registerNumber'),
    register_name: p('registerName'),
    joined_at: p('joinedAt'),
    epoch: p('epoch'),
    acked_hash: p('ackedHash'),
    stream: p('stream'),
  }),
);
export const removeLink = query()((b) => b.deleteFrom('link'));

export const setCodes = query<{ storeCode: string; registerCode: string }>()((b, p) =>
  b.updateTable('identity').set({ store_code: p('storeCode'), register_code: p('registerCode') }),
);

/**
 * Receipts go on after the last that carries these codes and this letter: from 1 where there is none. `prefix` is the codes
 * with their dashes.
 */
export const continueReceipts = rawQuery<{ prefix: string }, never>(
  `UPDATE series SET last_number = (SELECT coalesce(max(number), 0) FROM (
     SELECT receipt_number, number, series, journal_seq FROM orders
     UNION ALL SELECT receipt_number, number, series, journal_seq FROM refunds)
     WHERE journal_seq > 0 AND series = letter AND receipt_number LIKE @prefix || letter || '-%')
   WHERE name = 'receipt'`,
);

/** The codes of customers are of the register's own range, so that two tills never give the same. */
export const raiseCustomerNumbers = rawQuery<{ last: number }, never>(
  `INSERT INTO series (name, letter, last_number) VALUES ('customer', '', @last)
   ON CONFLICT (name) DO UPDATE SET last_number = max(last_number, excluded.last_number)`,
);

export const putCardKey = query<{ kid: string; publicText: string; registerCode: string }>()((b, p) =>
  b
    .replaceInto('card_keys')
    .values({ kid: p('kid'), public_text: p('publicText'), register_code: p('registerCode') }),
);
