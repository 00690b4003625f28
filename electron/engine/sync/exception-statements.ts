import { query, rawQuery } from '../db/query.ts';

export const waitingEntries = rawQuery<
  Record<never, never>,
  { seq: number; entryKind: string; registerCode: string; at: string; because: 'waits' | 'unknown' }
>(
  `SELECT w.seq, j.kind AS entryKind, coalesce(r.code, 'T?') AS registerCode, j.at, w.because
   FROM waiting_entries w JOIN journal j ON j.seq = w.seq
     LEFT JOIN streams s ON s.stream = j.stream LEFT JOIN registers r ON r.id = s.register_id
   ORDER BY w.seq DESC LIMIT 200`,
);

export const waitingKeys = query()((b) =>
  b.selectFrom('waiting_keys').select(['space', 'key', 'entity_id as entityId']).orderBy('space').limit(200),
);

type Named = { id: string; code: string; name: string };
const product = `SELECT id, '' AS code, name FROM products`;
const customer = 'SELECT id, code, name FROM customers';

/** Of each space of keys: who has one, and whom an id names. */
export const spaces = {
  sku: namedBy(`${product} WHERE sku = @key`, `${product} WHERE id = @id`),
  barcode: namedBy(
    `${product} WHERE row_id = (SELECT product_row_id FROM barcodes WHERE code = @key)`,
    `${product} WHERE id = @id`,
  ),
  category: namedBy(
    `SELECT id, '' AS code, name FROM categories WHERE name_fold = @key`,
    `SELECT id, '' AS code, name FROM categories WHERE id = @id`,
  ),
  coupon: namedBy(
    `SELECT id, '' AS code, title AS name FROM promotions WHERE coupon_fold = @key`,
    `SELECT id, '' AS code, title AS name FROM promotions WHERE id = @id`,
  ),
  'customer-code': namedBy(`${customer} WHERE code = @key`, `${customer} WHERE id = @id`),
  phone: namedBy(`${customer} WHERE phone_key = @key`, `${customer} WHERE id = @id`),
  email: namedBy(`${customer} WHERE email_fold = @key`, `${customer} WHERE id = @id`),
};

function namedBy(byKey: string, byId: string) {
  return { holder: rawQuery<{ key: string }, Named>(byKey), named: rawQuery<{ id: string }, Named>(byId) };
}
