import type { Database } from 'better-sqlite3';
import type { SnapshotPlace } from './snapshot-task.ts';
import { bringOwnSettings } from './split-settings.ts';
import { migrate } from '../../db/migrations/index.ts';
import { openConnection } from '../../db/open.ts';

/** What an empty till keeps of its own when the shop's books take the place of its own: row for row. */
const keptWhole = ['identity', 'lives', 'devices', 'throttles'] as const;
/** Of these the shop's rows stay, and this till's come to them. */
const joinedIn = ['registers', 'streams', 'card_keys'] as const;
const accountFields =
  'username, username_fold, display_name, search_text, role, status, password_hash, pin_hash, pin_key, ' +
  'session_epoch, last_sign_in_at, created_at, updated_at, email, email_fold, phone';
const sessionFields =
  'id, epoch, refresh_hash, previous_hash, rotated_at, created_at, expires_at, ended_at, ended_because, kind';

/**
 * Makes of a snapshot the books of this till, which has sold nothing yet: its identity, its own entries, its people and
 * their logins, its series and its way to the cloud come from `ownFile`; everything else is the shop's.
 */
export function settleRegister(snapshot: string, ownFile: string, place: SnapshotPlace): void {
  const books = openConnection(snapshot, 'write');
  try {
    migrate(books);
    books.pragma('foreign_keys = OFF');
    books.prepare('ATTACH ? AS own').run(ownFile);
    books.exec('BEGIN');
    dropWhatActs(books);
    bringEntries(books);
    for (const table of keptWhole) books.exec(`INSERT INTO main.${table} SELECT * FROM own.${table}`);
    for (const table of joinedIn)
      books.exec(`INSERT OR REPLACE INTO main.${table} SELECT * FROM own.${table}`);
    bringPeople(books);
    bringSeries(books);
    bringOwnSettings(books);
    books.exec(`INSERT INTO main.field_stamps SELECT * FROM own.field_stamps WHERE true
      ON CONFLICT (entity, id, field) DO UPDATE SET stamp = max(stamp, excluded.stamp)`);
    books.exec(`INSERT INTO main.stamp_clock (only, last) SELECT 1, last FROM own.stamp_clock WHERE true
      ON CONFLICT (only) DO UPDATE SET last = max(last, excluded.last)`);
    books.exec('INSERT INTO main.link SELECT * FROM own.link');
    books
      .prepare(
        'UPDATE link SET cursor = iif(epoch = @epoch, @position, 0), cursor_mark = iif(epoch = @epoch, @mark, 0)',
      )
      .run(place);
    const broken = books.pragma('foreign_key_check') as { table: string }[];
    if (broken[0] !== undefined) throw new Error(`rows of ${broken[0].table} would refer to nothing`);
    for (const { sql } of actorsOf(books, 'own')) books.exec(sql);
    books.exec('COMMIT');
    books.exec('DETACH own');
  } finally {
    books.close();
  }
}

type Actor = { type: 'trigger' | 'view'; name: string; sql: string };

const actorsOf = (books: Database, schema: 'main' | 'own') =>
  books
    .prepare(`SELECT type, name, sql FROM ${schema}.sqlite_schema WHERE type IN ('trigger', 'view')`)
    .all() as Actor[];

/** Triggers and views come from the own books, and nobody gets in by what the snapshot says: it was in other hands. */
function dropWhatActs(books: Database): void {
  for (const { type, name } of actorsOf(books, 'main'))
    books.exec(`DROP ${type} main."${name.replaceAll('"', '""')}"`);
  for (const table of [...keptWhole, 'sessions', 'series', 'link']) books.exec(`DELETE FROM main.${table}`);
  books.exec(`UPDATE main.accounts SET password_hash = '', pin_hash = NULL, pin_key = NULL`);
}

/** The till's own entries; those of them that came back with the snapshot are its own again. */
function bringEntries(books: Database): void {
  books.exec(`
    CREATE TEMP TABLE back AS SELECT seq FROM main.journal
      WHERE op_id IN (SELECT op_id FROM own.journal WHERE seq > 0);
    DELETE FROM main.journal_personal WHERE seq IN (SELECT seq FROM back);
    DELETE FROM main.waiting_entries WHERE seq IN (SELECT seq FROM back);
    DELETE FROM main.journal WHERE seq IN (SELECT seq FROM back);
    INSERT INTO main.journal SELECT * FROM own.journal WHERE seq > 0;
    INSERT INTO main.journal_personal SELECT * FROM own.journal_personal WHERE seq > 0;
  `);
}

/** Who can sign in here goes on being able to, in the sessions that are open. */
function bringPeople(books: Database): void {
  books.exec(`
    INSERT INTO main.accounts (id, ${accountFields})
      SELECT id, ${accountFields} FROM own.accounts WHERE password_hash <> ''
      ON CONFLICT (id) DO UPDATE SET ${accountFields
        .split(', ')
        .map((field) => `${field} = excluded.${field}`)
        .join(', ')};
    INSERT INTO main.sessions (account_row_id, ${sessionFields})
      SELECT (SELECT m.row_id FROM main.accounts m WHERE m.id = a.id), ${sessionFields
        .split(', ')
        .map((field) => `s.${field}`)
        .join(', ')}
      FROM own.sessions s JOIN own.accounts a ON a.row_id = s.account_row_id WHERE a.password_hash <> '';
  `);
}

/** Numbers go on where this till is; web orders are numbered after every sale that has a number already. */
function bringSeries(books: Database): void {
  books.exec(`
    INSERT INTO main.series SELECT * FROM own.series;
    UPDATE main.series SET last_number = max(last_number, (SELECT coalesce(max(public_id), 0) FROM main.orders))
      WHERE name = 'public-order';
  `);
}
