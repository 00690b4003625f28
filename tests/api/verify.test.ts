import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { systemIds } from '../../electron/engine/ids.ts';
import { rawQuery } from '../../electron/engine/db/query.ts';
import { verifyBooks } from '../../electron/engine/journal/index.ts';
import { finishPayment, placeOrder, startPayment } from '../../electron/engine/placed-orders/index.ts';
import { findPromotionByCode, redeemPromotion } from '../../electron/engine/promotions/index.ts';
import { readBooks } from '../../electron/engine/read-books.ts';
import type { Promotion } from '../../shared/api/offers.ts';
import { openTestEngine, type TestEngine } from '../fixtures/engine.ts';
import { makeProduct, ringUp, tamper } from '../fixtures/ring-up.ts';

let sound: Promise<Uint8Array> | undefined;

/** The database file of a shop with sales, one of the web among them, points by hand, a promotion and cards, made once. */
function soundBooks(): Promise<Uint8Array> {
  sound ??= makeBooks();
  return sound;
}

async function makeBooks(): Promise<Uint8Array> {
  const till = await openTestEngine();
  await till.setUp();
  await till.openShift();
  const product = await makeProduct(till, { name: 'Bread', priceMinor: 5_500, onHandMilli: 10_000 });
  const customer = await till.call<{ id: string }>('POST', '/customers', {
    body: { name: 'Maria', phone: '0917 555 0142' },
  });
  await till.call('POST', `/customers/${customer.body.id}/points`, {
    body: { id: systemIds.uuid(), kind: 'bonus', points: 7, reason: 'Birthday' },
  });
  await till.call('POST', '/customers', { body: { name: 'Ben' } });
  await till.call('POST', `/customers/${customer.body.id}/card/revoke`);
  for (let sale = 0; sale < 3; sale += 1) {
    await ringUp(till, { lines: [{ product, quantityMilli: 1_000 }], customerId: customer.body.id });
  }
  await redeemOnce(till, customer.body.id);
  await sellOnTheWeb(till);
  expect((await till.engine.verify()).content).toBe(true);
  await till.engine.close();
  return readFileSync(join(till.dataDir, 'sukli.db'));
}

async function redeemOnce({ call, engine: { context } }: TestEngine, customerId: string): Promise<void> {
  const { body } = await call<Promotion>('POST', '/promotions', {
    body: { title: 'Ten off', effect: { kind: 'percent', percentPpm: 100_000 } },
  });
  const redeemed = await context.write((tx) => {
    const promotion = findPromotionByCode(tx, body.qrCode);
    if (promotion === null) throw new Error('the promotion that was made is not there');
    const customer = { rowId: 1, id: customerId };
    const scannedBy = 'Ana Cruz';
    return redeemPromotion(context, tx, { promotion, customer, order: null, scannedBy, actorId: 'system' });
  });
  expect(redeemed.ok).toBe(true);
}

async function sellOnTheWeb({ call, engine: { context } }: TestEngine): Promise<void> {
  const { body: me } = await call<{ id: string }>('GET', '/sessions/current');
  const buyer = { accountId: me.id, accountRowId: 1 };
  const wanted = { productName: 'Cake for Liza', quantity: 1, priceMinor: 5_500 };
  const placed = await placeOrder(context, wanted, buyer);
  if (!placed.ok) throw new Error(placed.failure.message);
  const payment = { publicId: placed.value.publicId, amountMinor: 5_500 };
  const started = await startPayment(context, payment, buyer);
  if (!started.ok) throw new Error(started.failure.message);
  expect((await finishPayment(context, started.value.rowId, 'completed', buyer)).ok).toBe(true);
}

/** The folder of the sound books after somebody wrote past the engine. */
async function booksAfter(sql: string): Promise<string> {
  const books = await soundBooks();
  const dataDir = mkdtempSync(join(tmpdir(), 'sukli-verify-'));
  onTestFinished(() => rmSync(dataDir, { recursive: true, force: true }));
  writeFileSync(join(dataDir, 'sukli.db'), books);
  tamper({ dataDir }, sql);
  return dataDir;
}

/** What verifying says of the sound books after somebody wrote past the engine. */
async function verifyAfter(sql: string) {
  const read = readBooks(await booksAfter(sql), (db) => verifyBooks(db, {}));
  if (!read.ok) throw new Error(read.failure.message);
  return read.value;
}

const withoutTriggers = (sql: string) =>
  `DROP TRIGGER journal_no_update; DROP TRIGGER journal_no_delete; PRAGMA foreign_keys = OFF; ${sql}`;

test('sound books are content, and say how much was read', async () => {
  const answer = await verifyAfter('');
  expect(answer).toMatchObject({ content: true, sales: 4, problems: [] });
  expect(answer.entries).toBeGreaterThan(5);
});

test.each([
  [
    'a body',
    `UPDATE journal SET body = replace(body, '5500', '4500') WHERE kind = 'sale.committed' AND seq = (SELECT max(seq) FROM journal)`,
    'altered',
  ],
  ['a time', `UPDATE journal SET at = '2020-01-01T00:00:00.000Z' WHERE seq = 3`, 'altered'],
  ['an actor', `UPDATE journal SET actor = 'somebody' WHERE seq = 3`, 'altered'],
  [
    'a dropped entry',
    `DELETE FROM journal_personal WHERE seq = 4; DELETE FROM journal WHERE seq = 4`,
    'missing',
  ],
  [
    'two entries swapped',
    `UPDATE journal SET seq = 9999 WHERE seq = 3; UPDATE journal SET seq = 3 WHERE seq = 4; UPDATE journal SET seq = 4 WHERE seq = 9999`,
    'altered',
  ],
  [
    'an inserted entry',
    `INSERT INTO journal (seq, op_id, writer, kind, v, at, business_date, actor, prev_hash, hash, body)
     SELECT max(seq) + 1, 'op', writer, kind, v, at, business_date, actor, hash, hash, body FROM journal`,
    'altered',
  ],
  ['a personal part', `UPDATE journal_personal SET part = replace(part, 'Maria', 'Marta')`, 'personal'],
  ['a total', `UPDATE orders SET total_minor = total_minor - 100 WHERE number = 2`, 'S01-T1-A-000002'],
  [
    'a sale on the entry of another',
    `UPDATE orders SET journal_seq = (SELECT journal_seq FROM orders WHERE number = 1) WHERE number = 2`,
    'another sale',
  ],
  ['rules that cannot be read', `UPDATE orders SET rules = '{' WHERE number = 2`, 'rules'],
  ['tax rates that cannot be read', `UPDATE order_lines SET tax_rates = '[' WHERE position = 0`, 'lines'],
  [
    'an entry whose fields are named otherwise',
    `UPDATE journal SET body = replace(body, '"rules"', '"rulez"') WHERE kind = 'sale.committed'`,
    'altered',
  ],
  ['a line', `UPDATE order_lines SET unit_price_minor = 1 WHERE position = 0`, 'lines'],
  ['a payment', `UPDATE payments SET kind = 'card' WHERE row_id = 1`, 'payments'],
  ['a tax row', `DELETE FROM order_taxes WHERE order_row_id = 1`, 'taxes'],
  [
    'a removed sale',
    `DELETE FROM payments WHERE order_row_id = 2; DELETE FROM order_taxes WHERE order_row_id = 2; DELETE FROM order_lines WHERE order_row_id = 2; DELETE FROM points_entries WHERE order_row_id = 2; DELETE FROM stock_movements WHERE order_row_id = 2; DELETE FROM orders WHERE row_id = 2`,
    'not in the tables',
  ],
  ['a price', `UPDATE products SET price_minor = 1`, 'does not follow'],
  [
    'a product that nobody made',
    `INSERT INTO products SELECT 99, 'p-99', NULL, 'Ghost', 'ghost', NULL, 1, NULL, unit, 0, 0, NULL, NULL, 0, created_at, updated_at, 1000000 FROM products LIMIT 1`,
    'does not follow',
  ],
  ['a barcode', `INSERT INTO barcodes SELECT '4006381333931', row_id, 0 FROM products`, 'does not follow'],
  [
    'an opening stock',
    `UPDATE stock_movements SET quantity_milli = 20000 WHERE kind = 'opening'; UPDATE products SET on_hand_milli = on_hand_milli + 10000`,
    'does not follow',
  ],
  ['stock on hand', `UPDATE products SET on_hand_milli = 99000`, 'movements'],
  ['a points balance', `UPDATE customers SET points_balance = 1000000`, 'points'],
  [
    'points that no sale gave',
    `INSERT INTO points_entries (id, key, customer_row_id, kind, points, balance_after, description, order_row_id, at) SELECT 'x', 'y', customer_row_id, 'earned', 50, 99, '', order_row_id, at FROM points_entries LIMIT 1; UPDATE customers SET points_balance = points_balance + 50`,
    'points',
  ],
  [
    'points that nobody gave',
    `INSERT INTO points_entries (id, key, customer_row_id, kind, points, balance_after, description, at) SELECT 'x', 'y', customer_row_id, 'bonus', 50, 99, '', at FROM points_entries LIMIT 1; UPDATE customers SET points_balance = points_balance + 50`,
    'Points entry',
  ],
  [
    'points by hand that grew',
    `UPDATE points_entries SET points = 70 WHERE kind = 'bonus'; UPDATE points_entries SET balance_after = balance_after + 63; UPDATE customers SET points_balance = points_balance + 63, points_earned_ever = points_earned_ever + 63 WHERE points_balance > 0`,
    'points entry award:',
  ],
  [
    'points by hand that went to another customer',
    `UPDATE points_entries SET customer_row_id = 2 WHERE kind = 'bonus'`,
    'points entry award:',
  ],
  [
    'the reason of points by hand',
    `UPDATE points_entries SET description = 'x' WHERE kind = 'bonus'`,
    'award:',
  ],
  ['who scanned', `UPDATE promotion_redemptions SET scanned_by = 'x'`, 'The redemption'],
  ['what the web ordered', `UPDATE placed_orders SET product_name = 'x'`, 'Web order'],
  [
    'what the web bought',
    `UPDATE order_lines SET name = 'x' WHERE product_row_id IS NULL`,
    'the names of its lines',
  ],
  ['who gave points', `UPDATE points_entries SET actor = 'somebody' WHERE kind = 'bonus'`, 'award:'],
  ['the kind of points', `UPDATE points_entries SET kind = 'adjusted' WHERE kind = 'bonus'`, 'award:'],
  [
    'points by hand that are gone',
    `UPDATE customers SET points_balance = points_balance - 7, points_earned_ever = points_earned_ever - 7 WHERE row_id = 1; UPDATE points_entries SET balance_after = balance_after - 7; DELETE FROM points_entries WHERE kind = 'bonus'`,
    'award:',
  ],
  [
    'points of a sale on another sale',
    `UPDATE points_entries SET order_row_id = 1 WHERE order_row_id = 2`,
    'points entry sale:',
  ],
  ['a balance in the ledger', `UPDATE points_entries SET balance_after = 3 WHERE row_id = 2`, 'sum up to it'],
  ['points ever earned', `UPDATE customers SET points_earned_ever = 5000 WHERE row_id = 2`, 'ever earned'],
  [
    'a revoked card that is good again',
    `UPDATE customers SET cards_void_to = 0`,
    'cards of customer CUST-00001',
  ],
  [
    'a card that nobody issued',
    `UPDATE customers SET card_expires_at = 9999999999 WHERE row_id = 2`,
    'CUST-00002',
  ],
  ['a QR code', `UPDATE customers SET qr_code = '${'A'.repeat(32)}' WHERE row_id = 2`, 'CUST-00002'],
  ['a customer’s code', `UPDATE customers SET code = 'CUST-00077' WHERE row_id = 2`, 'code or time'],
  [
    'when a customer came',
    `UPDATE customers SET created_at = '2030-01-01T00:00:00.000Z' WHERE row_id = 2`,
    'code or time',
  ],
  [
    'a customer whom nobody made',
    `INSERT INTO customers (id, code, name, name_fold, phone, email, address, notes, qr_code, created_at, updated_at) VALUES ('c-9', 'CUST-00009', 'Ghost', 'ghost', '', '', '', '', 'Q', '', '')`,
    'Customer CUST-00009',
  ],
  ['a customer who is gone', `DELETE FROM customers WHERE row_id = 2`, 'not in the tables'],
])('%s is noticed', async (_, sql, word) => {
  const answer = await verifyAfter(withoutTriggers(sql));
  expect(answer.content).toBe(false);
  expect(answer.problems.map(({ what }) => what).join('\n')).toContain(word);
});

const everyEntry = rawQuery<Record<never, never>, { kind: string; body: string; part: string | null }>(
  'SELECT kind, body, part FROM journal LEFT JOIN journal_personal USING (seq) ORDER BY seq',
);

test('free text of customers and web clients is in the personal parts and in no body', async () => {
  const read = readBooks(await booksAfter(''), (db) => db.all(everyEntry));
  if (!read.ok) throw new Error(read.failure.message);
  const partsOf = (kind: string) =>
    read.value.flatMap((entry) => (entry.kind === kind ? (entry.part ?? []) : []));
  expect(partsOf('points.changed')).toEqual(['{"description":"Birthday"}']);
  expect(partsOf('promotion.redeemed')).toEqual(['{"scannedBy":"Ana Cruz"}']);
  expect(partsOf('order.placed')).toEqual(['{"productName":"Cake for Liza"}']);
  expect(partsOf('sale.committed')).toEqual(['{"lineNames":["Cake for Liza"]}']);
  const bodies = read.value.map(({ body }) => body).join('\n');
  expect(bodies).not.toMatch(/Birthday|Ana Cruz|Liza|Maria/);
});

test('an erased personal part breaks nothing, whether the texts of the tables went with it or not', async () => {
  const erased = `DELETE FROM journal_personal;`;
  const emptied = `UPDATE points_entries SET description = ''; UPDATE promotion_redemptions SET scanned_by = '';
    UPDATE placed_orders SET product_name = ''; UPDATE order_lines SET name = '' WHERE product_row_id IS NULL;`;
  expect((await verifyAfter(withoutTriggers(erased))).problems).toEqual([]);
  expect((await verifyAfter(withoutTriggers(erased + emptied))).problems).toEqual([]);
});
