import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { systemClock } from '../electron/engine/clock.ts';
import { createEngine, type Engine } from '../electron/engine/engine.ts';
import { systemIds } from '../electron/engine/ids.ts';
import { fileKeys } from '../electron/host/file-keys.ts';
import { keysFolder } from '../electron/host/keys-folder.ts';

export type BenchEngine = {
  engine: Engine;
  dataDir: string;
  call<T>(method: string, path: string, body?: unknown): Promise<T>;
  close(): Promise<void>;
};

const owner = { username: 'owner', displayName: 'Owner', password: 'a bench of its own', pin: '7391' };

/**
 * A fresh shop on a real folder, set up, with a shift open unless `shift` is false. With `background` false it exchanges
 * nothing with the cloud by itself.
 */
export async function openShop(
  folder?: string,
  { shift = true, background = true }: { shift?: boolean; background?: boolean } = {},
): Promise<BenchEngine> {
  const dataDir = folder ?? mkdtempSync(join(tmpdir(), 'sukli-bench-'));
  const created = await createEngine({
    dataDir,
    version: 'bench',
    demo: false,
    clock: systemClock,
    ids: systemIds,
    keys: fileKeys(keysFolder(dataDir)),
    log: pino({ level: 'silent' }),
    background,
  });
  if (!created.ok) throw new Error(created.failure.message);
  const engine = created.value;
  let token = '';
  const call = async <T>(method: string, path: string, body?: unknown): Promise<T> => {
    const response = await engine.fetch(
      new Request(`http://bench.test/api/v1${path}`, {
        method,
        headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
        body: body === undefined ? null : JSON.stringify(body),
      }),
    );
    const text = await response.text();
    if (!response.ok) throw new Error(`${method} ${path} answered ${response.status}: ${text}`);
    return (text === '' ? undefined : JSON.parse(text)) as T;
  };
  if (engine.setUpNeeded()) {
    const shop = { name: 'Bench', country: 'PH', currency: 'PHP', locale: 'en-PH', timeZone: 'Asia/Manila' };
    const tax = { mode: 'inclusive', name: 'VAT', ratePpm: 120_000 };
    token = (await call<{ accessToken: string }>('POST', '/setup', { shop, tax, owner })).accessToken;
    if (shift) await call('POST', '/shifts', { id: systemIds.uuid(), floatMinor: 0 });
  } else {
    const { username, password } = owner;
    token = (await call<{ accessToken: string }>('POST', '/sessions', { username, password })).accessToken;
  }
  return {
    engine,
    dataDir,
    call,
    close: async () => {
      await engine.close();
      if (folder === undefined) rmSync(dataDir, { recursive: true, force: true });
    },
  };
}
