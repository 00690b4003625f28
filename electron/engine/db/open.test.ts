import { mkdtempSync, readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { newestVersion } from './migrations/index.ts';
import { databaseFile, openConnection, openDataFolder } from './open.ts';

function makeFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'sukli-open-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

function open(folder: string) {
  const opened = openDataFolder(folder);
  if (!opened.ok) throw new Error(opened.failure.message);
  const { connection, unlock } = opened.value;
  let isOpen = true;
  const close = () => {
    if (!isOpen) return;
    isOpen = false;
    connection.close();
    unlock();
  };
  onTestFinished(close);
  return { connection, close };
}

test('a new folder is made, migrated and opened in WAL', () => {
  const folder = join(makeFolder(), 'a', 'b');
  const { connection } = open(folder);
  expect(connection.pragma('journal_mode', { simple: true })).toBe('wal');
  expect(connection.pragma('synchronous', { simple: true })).toBe(2);
  expect(connection.pragma('foreign_keys', { simple: true })).toBe(1);
  expect(connection.pragma('user_version', { simple: true })).toBe(newestVersion);
});

test('a second start on the same folder says so, and works once the first has ended', () => {
  const folder = makeFolder();
  const first = open(folder);
  expect(openDataFolder(folder)).toMatchObject({ ok: false, failure: { code: 'data-folder-in-use' } });
  first.close();
  open(folder);
});

test('a newer database is refused and left as it is', () => {
  const folder = makeFolder();
  const { connection, close } = open(folder);
  connection.pragma(`user_version = ${newestVersion + 1}`);
  close();
  const before = readFileSync(databaseFile(folder));
  expect(openDataFolder(folder)).toMatchObject({ ok: false, failure: { code: 'database-newer' } });
  expect(readFileSync(databaseFile(folder)).equals(before)).toBe(true);
});

test('a database that was emptied is refused, and never taken for a new one', () => {
  const folder = makeFolder();
  open(folder).close();
  truncateSync(databaseFile(folder), 0);
  expect(openDataFolder(folder)).toMatchObject({ ok: false, failure: { code: 'database-damaged' } });
  expect(readFileSync(databaseFile(folder)).length).toBe(0);
});

test('a database that is gone while its log is there is not made anew', () => {
  const folder = makeFolder();
  const log = `${databaseFile(folder)}-wal`;
  writeFileSync(log, 'sales that were not folded in yet');
  expect(openDataFolder(folder)).toMatchObject({ ok: false, failure: { code: 'database-damaged' } });
  expect(readFileSync(log, 'utf8')).toContain('sales');
});

test('a first start that was killed before its database was whole begins again', () => {
  const folder = makeFolder();
  writeFileSync(`${databaseFile(folder)}.new`, 'half of it');
  open(folder).close();
  expect(readdirSync(folder).toSorted()).toEqual(['sukli.db', 'sukli.lock']);
});

test('a file that is no database is refused and left as it is', () => {
  const folder = makeFolder();
  writeFileSync(
    databaseFile(folder),
    'not a database, but long enough to have a header of its own'.repeat(20),
  );
  const before = readFileSync(databaseFile(folder));
  expect(openDataFolder(folder)).toMatchObject({ ok: false, failure: { code: 'database-damaged' } });
  expect(readFileSync(databaseFile(folder)).equals(before)).toBe(true);
});

test('a file in place of the folder is named', () => {
  const file = join(makeFolder(), 'till');
  writeFileSync(file, '');
  const opened = openDataFolder(file);
  expect(opened).toMatchObject({ ok: false, failure: { code: 'data-folder-unusable' } });
});

test('the journal refuses changes and deletions', () => {
  const { connection } = open(makeFolder());
  connection.exec(
    `INSERT INTO journal (seq, op_id, writer, kind, v, at, business_date, actor, prev_hash, hash, body) VALUES (1, 'op', 'w', 'k', 1, '', '', '', x'00', x'00', '{}')`,
  );
  expect(() => connection.exec(`UPDATE journal SET body = '{"a":1}'`)).toThrow('append-only');
  expect(() => connection.exec(`DELETE FROM journal`)).toThrow('append-only');
});

test('a connection for reading cannot write', () => {
  const folder = makeFolder();
  open(folder);
  const reading = openConnection(databaseFile(folder), 'read');
  expect(() => reading.exec(`DELETE FROM settings`)).toThrow('readonly');
  reading.close();
});
