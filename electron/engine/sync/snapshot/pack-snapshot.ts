import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createGunzip, createGzip } from 'node:zlib';
import { openConnection } from '../../db/open.ts';
import { giveAway } from './give-away.ts';
import type { PackedSnapshot, SnapshotRegister } from './snapshot-task.ts';

/**
 * Writes the books as another till begins with them into `folder`, as one gzip file, while this till sells: a copy of
 * one moment (`VACUUM INTO`), from which everything that is this register's alone is taken out. For a thread of its own.
 */
export async function packSnapshot(
  databaseFile: string,
  folder: string,
  register: SnapshotRegister,
): Promise<PackedSnapshot> {
  const copy = join(folder, 'outgoing.db');
  removeDatabase(copy);
  const books = openConnection(databaseFile, 'read');
  try {
    books.prepare('VACUUM INTO ?').run(copy);
  } finally {
    books.close();
  }
  const schema = takeOut(copy, register);
  const file = `${copy}.gz`;
  await pipeline(createReadStream(copy), createGzip({ level: 4 }), createWriteStream(file, { mode: 0o600 }));
  removeDatabase(copy);
  return { file, size: statSync(file).size, sha256: await sha256Of(file), schema };
}

/** Nobody else has this file open, and it is made again after a power cut: it needs neither log nor flushes. */
function takeOut(copy: string, register: SnapshotRegister): number {
  const connection = openConnection(copy, 'write');
  try {
    connection.pragma('journal_mode = DELETE');
    connection.pragma('journal_mode = MEMORY');
    connection.pragma('synchronous = OFF');
    giveAway(connection, register);
    return Number(connection.pragma('user_version', { simple: true }));
  } finally {
    connection.close();
  }
}

/** Unpacks a snapshot and looks whether it is a whole database. Rejects when it is not. */
export async function unpackSnapshot(packed: string, target: string): Promise<void> {
  removeDatabase(target);
  await pipeline(createReadStream(packed), createGunzip(), createWriteStream(target, { mode: 0o600 }));
  const connection = openConnection(target, 'read');
  try {
    const health = connection.pragma('quick_check(1)', { simple: true });
    if (health !== 'ok') throw new Error(String(health));
  } finally {
    connection.close();
  }
}

/** The SHA-256 of a file in hex, read piece by piece. */
export async function sha256Of(file: string): Promise<string> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(file), hash);
  return hash.digest('hex');
}

function removeDatabase(file: string): void {
  for (const part of ['', '-wal', '-shm', '-journal']) rmSync(file + part, { force: true });
}
