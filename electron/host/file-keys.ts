import { randomBytes } from 'node:crypto';
import { chmod, link, mkdir, open, readFile, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { KeyStore } from '../engine/engine.ts';

const keyLength = 32;

/**
 * Secrets and memories as files that only this user may read: for a till without a window, where no keychain can be asked.
 * `folder` is beside the database file, so that a copy of the database alone carries no secret. Rejects when a key
 * cannot be kept, or when what is there is not one.
 */
export function fileKeys(folder: string): KeyStore {
  const known = new Map<string, Promise<Uint8Array>>();
  return {
    secret(name) {
      const before = known.get(name);
      if (before !== undefined) return before;
      const asked = readOrMakeKey(folder, name);
      known.set(name, asked);
      asked.catch(() => known.delete(name));
      return asked;
    },
    recall: (name) => readMemory(keyFile(folder, name, 'memory')),
    remember: (name, text) => writeMemory(folder, keyFile(folder, name, 'memory'), text),
  };
}

async function readMemory(file: string): Promise<string | null> {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    if (isMissing(error)) return null;
    throw error;
  }
}

/** A power cut leaves the text that was there or the new one. */
async function writeMemory(folder: string, file: string, text: string): Promise<void> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const temporary = `${file}.${randomBytes(8).toString('hex')}`;
  try {
    await writeFlushed(temporary, Buffer.from(text));
    await rename(temporary, file);
  } finally {
    await rm(temporary, { force: true });
  }
  await flushFolder(folder);
}

async function readOrMakeKey(folder: string, name: string): Promise<Uint8Array> {
  const file = keyFile(folder, name, 'key');
  return (await readKey(file)) ?? makeKey(folder, file);
}

/** Whether a secret is kept as a file already. */
export async function hasFileKey(folder: string, name: string): Promise<boolean> {
  return (await readKey(keyFile(folder, name, 'key'))) !== undefined;
}

/** The file of a secret; names are ours, so anything that could leave the folder is a bug. */
export function keyFile(folder: string, name: string, extension: string): string {
  if (!/^[a-z0-9][a-z0-9-]{0,63}$/.test(name)) throw new Error(`"${name}" cannot be the name of a key`);
  return join(folder, `${name}.${extension}`);
}

async function readKey(file: string): Promise<Uint8Array | undefined> {
  let key: Buffer;
  try {
    key = await readFile(file);
  } catch (error) {
    if (isMissing(error)) return undefined;
    throw error;
  }
  if (key.length !== keyLength) throw new Error(`${file} is damaged: it is not a key of ${keyLength} bytes`);
  if (process.platform !== 'win32' && ((await stat(file)).mode & 0o077) !== 0) await chmod(file, 0o600);
  return new Uint8Array(key);
}

/** Written whole and flushed under another name first: a power cut leaves a key or none, never half of one. */
async function makeKey(folder: string, file: string): Promise<Uint8Array> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const temporary = `${file}.${randomBytes(8).toString('hex')}`;
  await writeFlushed(temporary, randomBytes(keyLength));
  try {
    await link(temporary, file);
  } catch (error) {
    // A disk without hard links (exFAT) takes a rename; a key that somebody else made meanwhile stands.
    if (codeOf(error) !== 'EEXIST') await rename(temporary, file);
  } finally {
    await rm(temporary, { force: true });
  }
  await flushFolder(folder);
  const key = await readKey(file);
  if (key === undefined) throw new Error(`${file} could not be kept`);
  return key;
}

/** Writes a new file that only this user may read, and returns when it is on the disk. */
export async function writeFlushed(file: string, content: Uint8Array): Promise<void> {
  const handle = await open(file, 'wx', 0o600);
  try {
    await handle.writeFile(content);
    await handle.sync();
  } finally {
    await handle.close();
  }
}

async function flushFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return;
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

export function isMissing(error: unknown): boolean {
  return codeOf(error) === 'ENOENT';
}

function codeOf(error: unknown): unknown {
  return error instanceof Error && 'code' in error ? error.code : undefined;
}
