import { rawQuery } from '../db/query.ts';

type None = Record<never, never>;

export const withoutPin = rawQuery<None, { name: string }>(
  `SELECT display_name AS name FROM accounts
   WHERE role <> 'customer' AND status = 'active' AND pin_hash IS NULL ORDER BY display_name`,
);
export const staffCount = rawQuery<None, { count: number }>(
  `SELECT count(*) AS count FROM accounts WHERE role <> 'customer' AND status = 'active'`,
);
export const productCount = rawQuery<None, { count: number }>(
  'SELECT count(*) AS count FROM products WHERE archived = 0',
);
/** `before`: seconds since 1970. */
export const cardsEnding = rawQuery<{ after: number; before: number }, { count: number }>(
  `SELECT count(*) AS count FROM customers WHERE card_expires_at > @after AND card_expires_at < @before`,
);
export const unknownEntries = rawQuery<None, { count: number }>(
  `SELECT count(*) AS count FROM waiting_entries WHERE because = 'unknown'`,
);
export const databaseFiles = rawQuery<None, { name: string; file: string }>('PRAGMA database_list');
