import type { Database } from 'better-sqlite3';
import type { SnapshotRegister } from './snapshot-task.ts';
import { dropRegisterSettings } from './split-settings.ts';

/** What belongs to a register, or to this computer, and not to the shop. References among them go the same way. */
const ofTheRegister = [
  'identity',
  'lives',
  'link',
  'series',
  'sessions',
  'throttles',
  'devices',
  'print_jobs',
  'carts',
  'product_import_chunks',
  'product_imports',
  'removed_lines',
  'cash_moves',
  'shift_counts',
  'z_reports',
  'approvals',
  'shifts',
  'placed_payments',
  'placed_orders',
] as const;

/** Rows of what stays that point at what goes. */
const pointers = [
  ['orders', 'shift_row_id'],
  ['orders', 'addendum_shift_row_id'],
  ['refunds', 'shift_row_id'],
  ['voids', 'shift_row_id'],
  ['voids', 'approval_row_id'],
  ['credit_payments', 'shift_row_id'],
  ['points_entries', 'placed_order_row_id'],
  ['promotion_redemptions', 'placed_order_row_id'],
] as const;

/**
 * Makes of a copy of a till's books those that another till of the shop begins with: its own entries become entries of
 * another stream, what belongs to the register goes, and every secret with it (passwords, PINs, tokens, the codes of
 * gift cards). What is left is what a till has that was given every entry one by one.
 */
export function giveAway(copy: Database, { registerId, registerCode, registerName }: SnapshotRegister): void {
  copy.pragma('foreign_keys = OFF');
  copy.exec('BEGIN');
  copy.exec('DROP TRIGGER journal_no_update; DROP TRIGGER journal_no_delete;');
  makeEntriesForeign(copy);
  nameOwnStreams(copy, registerId, registerCode, registerName);
  for (const [table, column] of pointers)
    copy.exec(`UPDATE ${table} SET ${column} = NULL WHERE ${column} IS NOT NULL`);
  for (const table of ofTheRegister) copy.exec(`DELETE FROM ${table}`);
  nameAccountsByRegister(copy, registerCode);
  dropRegisterSettings(copy);
  copy.exec(`
    UPDATE accounts SET password_hash = '', pin_hash = NULL, pin_key = NULL, last_sign_in_at = NULL;
    UPDATE credits SET code = NULL WHERE code IS NOT NULL;
    UPDATE orders SET request_hash = x'' WHERE length(request_hash) > 0;
    UPDATE refunds SET request_hash = x'' WHERE length(request_hash) > 0;
    CREATE TRIGGER journal_no_update BEFORE UPDATE ON journal
      BEGIN SELECT raise(ABORT, 'the journal is append-only'); END;
    CREATE TRIGGER journal_no_delete BEFORE DELETE ON journal
      BEGIN SELECT raise(ABORT, 'the journal is append-only'); END;
  `);
  const broken = copy.pragma('foreign_key_check') as { table: string }[];
  if (broken[0] !== undefined) throw new Error(`rows of ${broken[0].table} would refer to nothing`);
  copy.exec('COMMIT');
}

/** The stream in which the cloud has own entry `seq`: of the newest life that began before it. */
const streamOf = (seq: string) =>
  `(SELECT writer FROM lives WHERE base_seq < ${seq} ORDER BY row_id DESC LIMIT 1)`;

/**
 * Own entry n becomes the entry numbered -(k + n), after the k that came from others; what points at it follows. Where a
 * copy of the till wrote at the same place of one stream, the copy's stands below zero, as in every till that is told of
 * the place twice.
 */
function makeEntriesForeign(copy: Database): void {
  const lowest = copy.prepare('SELECT min(seq) AS seq FROM journal').get() as { seq: number | null };
  const k = Math.max(0, -(lowest.seq ?? 0));
  copy.exec(`
    UPDATE journal SET stream_seq = CASE WHEN EXISTS (SELECT 1 FROM journal o
        WHERE o.stream = journal.stream AND o.stream_seq = 0 - journal.stream_seq) THEN NULL ELSE 0 - stream_seq END
    WHERE seq < 0 AND stream_seq > 0 AND stream = ${streamOf('journal.stream_seq')}
      AND EXISTS (SELECT 1 FROM journal o WHERE o.seq = journal.stream_seq);
    UPDATE journal SET stream_seq = seq, stream = ${streamOf('journal.seq')} WHERE seq > 0;
    UPDATE journal SET seq = -(${k} + seq) WHERE seq > 0;
    UPDATE journal_personal SET seq = -(${k} + seq) WHERE seq > 0;
  `);
  const pointing = copy
    .prepare(
      `SELECT m.name AS name FROM sqlite_schema m JOIN pragma_table_info(m.name) c
       WHERE m.type = 'table' AND c.name = 'journal_seq'`,
    )
    .all() as { name: string }[];
  for (const { name } of pointing)
    copy.exec(`UPDATE ${name} SET journal_seq = -(${k} + journal_seq) WHERE journal_seq > 0`);
}

/** As `writeToldAccount` names them: another life of this register may have had somebody of the same name. */
function nameAccountsByRegister(copy: Database, registerCode: string): void {
  copy
    .prepare(
      `WITH named AS (SELECT row_id, CASE WHEN EXISTS (SELECT 1 FROM accounts o
           WHERE o.username = a.username || @suffix OR o.username_fold = a.username_fold || @suffix)
         THEN @suffix || '~' || substr(id, -6) ELSE @suffix END AS suffix
         FROM accounts a WHERE password_hash <> '')
       UPDATE accounts SET username = username || named.suffix, username_fold = username_fold || named.suffix
       FROM named WHERE named.row_id = accounts.row_id`,
    )
    .run({ suffix: `@${registerCode.toLowerCase()}` });
}

function nameOwnStreams(copy: Database, id: string, code: string, name: string): void {
  copy
    .prepare(
      `INSERT INTO registers (id, code, name, revoked_at) VALUES (@id, @code, @name, NULL)
       ON CONFLICT (id) DO UPDATE SET code = @code, name = @name`,
    )
    .run({ id, code, name });
  copy
    .prepare(`INSERT OR IGNORE INTO streams (stream, register_id) SELECT writer, @id FROM lives`)
    .run({ id });
}
