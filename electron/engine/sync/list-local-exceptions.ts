import type { SyncException } from '../../../shared/api/sync.ts';
import type { ReadableDatabase } from '../db/database.ts';
import { rawQuery } from '../db/query.ts';

const mostListed = 500;

type WaitingEntry = {
  seq: number;
  entryKind: string;
  registerCode: string;
  at: string;
  because: 'waits' | 'unknown';
};
const waitingEntries = rawQuery<{ limit: number }, WaitingEntry>(
  `SELECT w.seq, j.kind AS entryKind, coalesce(r.code, 'T?') AS registerCode, j.at, w.because
   FROM waiting_entries w JOIN journal j ON j.seq = w.seq
   LEFT JOIN streams s ON s.stream = j.stream LEFT JOIN registers r ON r.id = s.register_id
   ORDER BY w.seq LIMIT @limit`,
);

type SharedKey = {
  space: string;
  key: string;
  id: string;
  name: string | null;
  holderId: string | null;
  holderName: string | null;
};
/** A customer's code is nobody's to change: who came second goes by a longer one, and nothing is left to do. */
const sharedKeys = rawQuery<{ limit: number }, SharedKey>(
  `SELECT w.space, w.key, w.entity_id AS id, h.id AS holderId, h.name AS holderName, coalesce(
     (SELECT name FROM products WHERE id = w.entity_id), (SELECT name FROM categories WHERE id = w.entity_id),
     (SELECT title FROM promotions WHERE id = w.entity_id)) AS name
   FROM waiting_keys w LEFT JOIN (
     SELECT 'sku' AS space, sku AS key, id, name FROM products WHERE sku IN (SELECT key FROM waiting_keys)
     UNION ALL SELECT 'barcode', b.code, p.id, p.name FROM barcodes b JOIN products p ON p.row_id = b.product_row_id
       WHERE b.code IN (SELECT key FROM waiting_keys)
     UNION ALL SELECT 'category', name_fold, id, name FROM categories WHERE name_fold IN (SELECT key FROM waiting_keys)
     UNION ALL SELECT 'coupon', coupon_fold, id, title FROM promotions WHERE coupon_fold IN (SELECT key FROM waiting_keys)
   ) h ON h.space = w.space AND h.key = w.key
   WHERE w.space NOT IN ('phone', 'email', 'customer-code') ORDER BY w.space, w.key, w.entity_id LIMIT @limit`,
);

type SamePerson = {
  id: string;
  code: string;
  name: string;
  otherId: string;
  otherCode: string;
  otherName: string;
  because: 'phone' | 'email';
};
/** Not those who are one person already, nor anybody who was erased. */
const samePersons = rawQuery<{ limit: number }, SamePerson>(
  `SELECT c.id, c.code, c.name, o.id AS otherId, o.code AS otherCode, o.name AS otherName, w.space AS because
   FROM waiting_keys w JOIN customers o ON o.id = w.entity_id
   JOIN customers c ON (w.space = 'phone' AND c.phone_key = w.key) OR (w.space = 'email' AND c.email_fold = w.key)
   WHERE w.space IN ('phone', 'email') AND o.erased_at IS NULL AND c.erased_at IS NULL
     AND coalesce(o.merged_into_row_id, o.row_id) <> coalesce(c.merged_into_row_id, c.row_id)
   ORDER BY o.id, w.space DESC LIMIT @limit`,
);

/** What this till knows that somebody has to look at: entries that wait, keys that two records have, one person twice. */
export function listLocalExceptions(db: ReadableDatabase): SyncException[] {
  const limit = { limit: mostListed };
  return [
    ...db.all(waitingEntries, limit).map((entry) => ({ kind: 'waiting-entry' as const, ...entry })),
    ...db.all(sharedKeys, limit).map(sharedKeyOf),
    ...db.all(samePersons, limit).map(samePersonOf),
  ];
}

function sharedKeyOf({ space, key, id, name, holderId, holderName }: SharedKey): SyncException {
  const holder = holderId === null ? null : { id: holderId, name: holderName ?? '' };
  return { kind: 'shared-key', space, key, holder, waiting: { id, name: name ?? '' } };
}

function samePersonOf({ id, code, name, otherId, otherCode, otherName, because }: SamePerson): SyncException {
  return {
    kind: 'same-person',
    customer: { id, code, name },
    other: { id: otherId, code: otherCode, name: otherName },
    because,
  };
}
