import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import { firstRelease } from './0001-first-release.ts';
import { migrate, newestVersion } from './index.ts';

const firstBooks = /* sql */ `
INSERT INTO series VALUES ('receipt', 'A', 2);
INSERT INTO journal VALUES (1, 'op', 'w', 'sale.committed', 1, '2026-03-02T01:00:00.000Z', '2026-03-02', 'a', x'00', x'01', '{}');
INSERT INTO accounts (row_id, id, username, username_fold, display_name, role, status, password_hash, created_at, updated_at)
  VALUES (1, 'a', 'olivia', 'olivia', 'Olivia', 'admin', 'active', '', '', '');
INSERT INTO customers (row_id, id, code, name, name_fold, phone, email, address, notes, qr_code, points_balance, created_at, updated_at)
  VALUES (1, 'c', 'CUST-00001', 'Ana', 'ana', '', '', '', '', 'Q', 7, '', '');
INSERT INTO shifts VALUES (1, 's', 1, 'open', '', 1, 0, '2026-03-02');
INSERT INTO orders VALUES (5, 'o', 'paid', 'S01-T1-A-000001', 'A', 1, 1, 1, 1, '', '2026-03-02', 'PHP', '{}', 'inclusive',
  1, 100, 0, 100, 0, 100, 0, 100, 0, 7, 7, 1, x'00');
INSERT INTO payments VALUES (1, 'y', 5, 'cash', 'completed', 100, 100, 0, '', '', '');
INSERT INTO points_entries VALUES (1, 'e', 'sale:o', 1, 'earned', 7, 7, '', 5, '');
`;

function openFirst(): Database.Database {
  const connection = new Database(':memory:');
  connection.pragma('foreign_keys = ON');
  connection.exec(firstRelease);
  connection.pragma('user_version = 1');
  connection.exec(firstBooks);
  return connection;
}

test('books of the first release keep every sale, payment and point, and get what is new', () => {
  const connection = openFirst();
  migrate(connection);
  expect(connection.pragma('user_version', { simple: true })).toBe(newestVersion);
  expect(connection.pragma('foreign_key_check')).toEqual([]);
  expect(connection.pragma('foreign_keys', { simple: true })).toBe(1);
  expect(connection.prepare('SELECT row_id, public_id, source, points_spent FROM orders').all()).toEqual([
    { row_id: 5, public_id: 5, source: 'counter', points_spent: 0 },
  ]);
  expect(connection.prepare('SELECT id, order_row_id, kind FROM payments').all()).toEqual([
    { id: 'y', order_row_id: 5, kind: 'cash' },
  ]);
  expect(connection.prepare('SELECT points_balance, points_earned_ever FROM customers').all()).toEqual([
    { points_balance: 7, points_earned_ever: 7 },
  ]);
  expect(connection.prepare('SELECT key, actor, journal_seq FROM points_entries').all()).toEqual([
    { key: 'sale:o', actor: 'a', journal_seq: 1 },
  ]);
  // The next order of the web is numbered after every sale that has a number already.
  expect(connection.prepare(`SELECT last_number FROM series WHERE name = 'public-order'`).get()).toEqual({
    last_number: 5,
  });
  expect(() => connection.exec(`UPDATE payments SET order_row_id = 99`)).toThrow(/FOREIGN KEY/);
});

test('a migration that breaks a reference leaves everything as it was', () => {
  const connection = openFirst();
  connection.pragma('foreign_keys = OFF');
  connection.exec(`UPDATE payments SET order_row_id = 99`);
  expect(() => migrate(connection)).toThrow(/payments/);
  expect(connection.pragma('user_version', { simple: true })).toBe(1);
  expect(connection.prepare('SELECT count(*) AS count FROM orders').get()).toEqual({ count: 1 });
});
