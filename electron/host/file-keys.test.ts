import { mkdtempSync, readdirSync, rmSync, statSync, writeFileSync, chmodSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { fileKeys, hasFileKey } from './file-keys.ts';
import { sealedKeysPresent } from './sealed-keys-present.ts';

let folder: string;
beforeEach(() => {
  folder = join(mkdtempSync(join(tmpdir(), 'sukli-keys-')), 'keys');
});
afterEach(() => rmSync(join(folder, '..'), { recursive: true, force: true }));

describe('keys in files', () => {
  it('makes 32 bytes on first use and keeps them for the next start', async () => {
    expect(await hasFileKey(folder, 'access-token')).toBe(false);
    const made = await fileKeys(folder).secret('access-token');
    expect(made).toHaveLength(32);
    expect(await fileKeys(folder).secret('access-token')).toEqual(made);
    expect(await fileKeys(folder).secret('pin')).not.toEqual(made);
    expect(readdirSync(folder).sort()).toEqual(['access-token.key', 'pin.key']);
  });

  it('gives everybody who asks at once the same key', async () => {
    const stores = [fileKeys(folder), fileKeys(folder), fileKeys(folder)];
    const keys = await Promise.all(stores.flatMap((store) => [store.secret('pin'), store.secret('pin')]));
    expect(new Set(keys.map((key) => Buffer.from(key).toString('hex'))).size).toBe(1);
    expect(readdirSync(folder)).toEqual(['pin.key']);
  });

  it.skipIf(process.platform === 'win32')(
    'lets only this user read them, also when somebody loosened it',
    async () => {
      await fileKeys(folder).secret('pin');
      const file = join(folder, 'pin.key');
      expect(statSync(file).mode & 0o777).toBe(0o600);
      expect(statSync(folder).mode & 0o777).toBe(0o700);
      chmodSync(file, 0o644);
      await fileKeys(folder).secret('pin');
      expect(statSync(file).mode & 0o777).toBe(0o600);
    },
  );

  it('does not make up another key for one that is damaged', async () => {
    await fileKeys(folder).secret('pin');
    writeFileSync(join(folder, 'pin.key'), 'short');
    await expect(fileKeys(folder).secret('pin')).rejects.toThrow('damaged');
  });

  it.each(['../escape', 'a/b', '', '.hidden', 'Ünicode'])('refuses %j as a name', async (name) => {
    await expect(fileKeys(folder).secret(name)).rejects.toThrow('cannot be the name');
  });

  it('knows when the keychain holds the keys', async () => {
    expect(await sealedKeysPresent(folder)).toBe(false);
    await fileKeys(folder).secret('pin');
    expect(await sealedKeysPresent(folder)).toBe(false);
    writeFileSync(join(folder, 'pin.sealed'), '');
    expect(await sealedKeysPresent(folder)).toBe(true);
  });
});

describe('what is remembered beside the keys', () => {
  it('is the last text of a name, at the next start too', async () => {
    expect(await fileKeys(folder).recall('newest-entry')).toBeNull();
    await fileKeys(folder).remember('newest-entry', 'one');
    await fileKeys(folder).remember('newest-entry', 'two');
    expect(await fileKeys(folder).recall('newest-entry')).toBe('two');
    expect(readdirSync(folder)).toEqual(['newest-entry.memory']);
  });
});
