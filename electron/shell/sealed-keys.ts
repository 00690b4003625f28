import { randomBytes } from 'node:crypto';
import { mkdir, readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { safeStorage } from 'electron';
import type { KeyStore } from '../engine/engine.ts';
import { fileKeys, hasFileKey, isMissing, keyFile, writeFlushed } from '../host/file-keys.ts';
import { sealedExtension } from '../host/sealed-keys-present.ts';
import type { CookieVault } from './refresh-cookie.ts';

const keyLength = 32;

/** Whether the system has a keychain of worth; Linux without one would only hide the secrets, not seal them. */
export async function keychainIsThere(): Promise<boolean> {
  if (!(await safeStorage.isAsyncEncryptionAvailable())) return false;
  if (process.platform !== 'linux') return true;
  return !['basic_text', 'unknown'].includes(safeStorage.getSelectedStorageBackend());
}

/**
 * Secrets sealed by the system's keychain, as files beside the database. A till that was begun without a window keeps
 * the key files that it has, so that both ways of starting it know the same secrets.
 */
export function sealedKeys(folder: string): KeyStore {
  const plain = fileKeys(folder);
  const known = new Map<string, Promise<Uint8Array>>();
  const find = async (name: string) => {
    if (await hasFileKey(folder, name)) return plain.secret(name);
    const file = keyFile(folder, name, sealedExtension);
    const sealed = await readSealed(file);
    if (sealed !== null) return keyOf(sealed, file);
    const made = randomBytes(keyLength);
    await writeSealed(folder, file, made.toString('base64'));
    return new Uint8Array(made);
  };
  return {
    secret(name) {
      const before = known.get(name);
      if (before !== undefined) return before;
      const asked = find(name);
      known.set(name, asked);
      asked.catch(() => known.delete(name));
      return asked;
    },
    // No secrets, and the same for both ways of starting the till.
    recall: plain.recall,
    remember: plain.remember,
  };
}

/** Keeps the window's session over a restart, sealed; without a keychain it ends with the program. */
export function sealedCookie(folder: string, keychain: boolean): CookieVault {
  const file = join(folder, 'session.sealed-cookie');
  return {
    async read() {
      if (!keychain) return null;
      try {
        return await readSealed(file);
      } catch {
        return null;
      }
    },
    async write(value) {
      if (value === null || !keychain) await rm(file, { force: true });
      else await writeSealed(folder, file, value);
    },
  };
}

async function readSealed(file: string): Promise<string | null> {
  let sealed: Buffer;
  try {
    sealed = await readFile(file);
  } catch (error) {
    if (isMissing(error)) return null;
    throw error;
  }
  return (await safeStorage.decryptStringAsync(sealed)).result;
}

async function writeSealed(folder: string, file: string, text: string): Promise<void> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const temporary = `${file}.${randomBytes(8).toString('hex')}`;
  await writeFlushed(temporary, await safeStorage.encryptStringAsync(text));
  await rename(temporary, file);
}

function keyOf(text: string, file: string): Uint8Array {
  const key = new Uint8Array(Buffer.from(text, 'base64'));
  if (key.length !== keyLength) throw new Error(`${file} is damaged: it holds no key of ${keyLength} bytes`);
  return key;
}
