import { randomBytes } from 'node:crypto';
import type Database from 'better-sqlite3';
import { openConnection } from '../electron/engine/db/open.ts';
import { systemIds } from '../electron/engine/ids.ts';

type Row = Record<string, unknown>;

export type Floor = { writeSale(): void; checkpoint(): void; close(): void };

/**
 * The floor: the rows of one real sale (order, lines, tax, payment, points, stock, journal, number), written again and
 * again with new ids by bare better-sqlite3 prepared statements into a copy of the same database, at FULL.
 */
export function createFloor(file: string): Floor {
  const connection = openConnection(file, 'write');
  const order = one(connection, 'SELECT * FROM orders ORDER BY row_id DESC LIMIT 1');
  const of = (table: string, column = 'order_row_id') =>
    connection.prepare(`SELECT * FROM ${table} WHERE ${column} = ?`).all(order['row_id']) as Row[];
  const journal = one(connection, 'SELECT * FROM journal ORDER BY seq DESC LIMIT 1');
  const [lines, taxes, payments, movements, points] = [
    'order_lines',
    'order_taxes',
    'payments',
    'stock_movements',
    'points_entries',
  ].map((table) => of(table)) as [Row[], Row[], Row[], Row[], Row[]];

  const insert = (table: string, row: Row) => {
    const columns = Object.keys(row).filter((column) => column !== 'row_id');
    return connection.prepare(
      `INSERT INTO ${table} (${columns.join(', ')}) VALUES (${columns.map((column) => `@${column}`).join(', ')})`,
    );
  };
  const first = (rows: Row[]): Row => {
    const [row] = rows;
    if (row === undefined) throw new Error('the sale that the floor copies lacks a kind of row');
    return row;
  };
  const statements = {
    order: insert('orders', order),
    line: insert('order_lines', first(lines)),
    tax: insert('order_taxes', first(taxes)),
    payment: insert('payments', first(payments)),
    movement: insert('stock_movements', first(movements)),
    points: insert('points_entries', first(points)),
    journal: insert('journal', journal),
    number: connection.prepare(
      `UPDATE series SET last_number = last_number + 1 WHERE name = 'receipt' RETURNING last_number`,
    ),
    publicNumber: connection.prepare(
      `UPDATE series SET last_number = last_number + 1 WHERE name = 'public-order' RETURNING last_number`,
    ),
    onHand: connection.prepare('UPDATE products SET on_hand_milli = on_hand_milli + ? WHERE row_id = ?'),
    customer: connection.prepare(
      'UPDATE customers SET points_balance = points_balance + ?, visits = visits + 1, spent_minor = spent_minor + ?, last_visit_at = ? WHERE row_id = ?',
    ),
  };
  let seq = Number(journal['seq']);

  const writeSale = connection.transaction(() => {
    seq += 1;
    const taken = statements.number.get() as { last_number: number };
    const named = statements.publicNumber.get() as { last_number: number };
    statements.journal.run({
      ...journal,
      seq,
      op_id: systemIds.uuid(),
      prev_hash: randomBytes(32),
      hash: randomBytes(32),
    });
    const { lastInsertRowid: orderRowId } = statements.order.run({
      ...order,
      id: systemIds.uuid(),
      public_id: named.last_number,
      receipt_number: `S01-T1-A-${String(taken.last_number).padStart(6, '0')}`,
      number: taken.last_number,
      journal_seq: seq,
    });
    for (const line of lines)
      statements.line.run({ ...line, order_row_id: orderRowId, line_id: systemIds.uuid() });
    for (const tax of taxes) statements.tax.run({ ...tax, order_row_id: orderRowId });
    for (const payment of payments)
      statements.payment.run({ ...payment, order_row_id: orderRowId, id: systemIds.uuid() });
    for (const movement of movements) {
      statements.movement.run({ ...movement, order_row_id: orderRowId, id: systemIds.uuid() });
      statements.onHand.run(movement['quantity_milli'], movement['product_row_id']);
    }
    for (const entry of points) {
      statements.points.run({
        ...entry,
        order_row_id: orderRowId,
        id: systemIds.uuid(),
        key: `sale:${systemIds.uuid()}`,
      });
      statements.customer.run(
        entry['points'],
        order['total_minor'],
        order['paid_at'],
        order['customer_row_id'],
      );
    }
  });

  return {
    writeSale: () => writeSale.immediate(),
    checkpoint: () => {
      connection.pragma('wal_checkpoint(PASSIVE)');
    },
    close: () => connection.close(),
  };
}

function one(connection: Database.Database, sql: string): Row {
  const row = connection.prepare(sql).get() as Row | undefined;
  if (row === undefined) throw new Error(`nothing for: ${sql}`);
  return row;
}
