import { cpSync, existsSync, mkdirSync, rmSync } from 'node:fs';
import { basename, join } from 'node:path';
import { pino } from 'pino';
import type { Actor } from '../../electron/engine/context.ts';
import { query } from '../../electron/engine/db/query.ts';
import { createEngine, type Engine } from '../../electron/engine/engine.ts';
import { readerQueries } from '../../electron/engine/reader-queries.ts';
import { setUpTill } from '../../electron/engine/setup/set-up-till.ts';
import { openShift } from '../../electron/engine/shifts/index.ts';
import { fileKeys } from '../../electron/host/file-keys.ts';
import { keysFolder } from '../../electron/host/keys-folder.ts';
import { setUpRequest } from '../../shared/api/settings.ts';
import { permissionsOf } from '../../shared/domain/permissions.ts';
import { quickHashes } from '../fixtures/quick-hashes.ts';
import type { Random } from './random.ts';
import type { SimTime } from './sim-clock.ts';
import { simIds } from './sim-ids.ts';
import type { Deliver } from './sim-network.ts';

export type SimTill = {
  name: string;
  /** Where its database and its keys are now: another folder after every crash. */
  folder: string;
  engine: Engine;
  actor: Actor;
  clock: ReturnType<SimTime['clock']>;
  network: { fetch: Deliver };
  random: Random;
};

const owner = query()((b) =>
  b
    .selectFrom('accounts')
    .select(['id', 'row_id', 'username', 'display_name'])
    .where('role', '=', 'admin')
    .where('password_hash', '!=', '')
    .limit(1),
);

const shop = {
  shop: {
    name: 'Corner Bakery',
    country: 'PH',
    currency: 'PHP',
    locale: 'en-PH',
    timeZone: 'Asia/Manila',
    address: '',
    phone: '',
    taxNumber: '',
  },
  tax: { mode: 'inclusive', name: 'VAT', ratePpm: 120_000 },
  owner: { username: 'olivia', displayName: 'Olivia', password: 'correct horse 7', pin: '2580' },
};

type Place = Omit<SimTill, 'engine' | 'actor'>;

/** A new till, set up, with a shift open. */
export async function newTill(place: Place): Promise<SimTill> {
  mkdirSync(place.folder, { recursive: true });
  const engine = await startEngine(place);
  const done = await setUpTill(engine.context, setUpRequest.parse(shop));
  if (!done.ok) throw new Error(done.failure.message);
  const actor = actorOf(engine);
  const { context } = engine;
  const opened = await openShift(context, { id: context.ids.uuid(), floatMinor: 10_000 }, actor);
  if (!opened.ok) throw new Error(opened.failure.message);
  return { ...place, engine, actor };
}

/** The till of a folder that was a till's before. */
export async function reopenTill(place: Place): Promise<SimTill> {
  const engine = await startEngine(place);
  return { ...place, engine, actor: actorOf(engine) };
}

/** What is on the disk at this moment, as a power cut or a copying hand finds it. */
export function copyDisk(folder: string, target: string, parts = ['sukli.db', 'sukli.db-wal', 'keys']): void {
  mkdirSync(target, { recursive: true });
  for (const part of parts) {
    rmSync(join(target, part), { recursive: true, force: true });
    if (existsSync(join(folder, part))) cpSync(join(folder, part), join(target, part), { recursive: true });
  }
}

async function startEngine({ name, folder, clock, network, random }: Place): Promise<Engine> {
  const created = await createEngine({
    dataDir: folder,
    version: '0.0.0-sim',
    demo: false,
    clock,
    ids: simIds(random.fork(`${name}/${basename(folder)}`), clock),
    keys: fileKeys(keysFolder(folder)),
    hashCost: quickHashes,
    log: pino({ enabled: false }),
    network,
    background: false,
  });
  if (!created.ok) throw new Error(created.failure.message);
  const { context } = created.value;
  // Long reads run here: a thread for each of hundreds of tills would take most of the time.
  context.readInWorker = async (query, parameters) =>
    readerQueries[query](context.read, parameters as never) as never;
  return created.value;
}

function actorOf({ context }: Engine): Actor {
  const account = context.read.first(owner);
  if (account === undefined) throw new Error('the till has no owner');
  return {
    accountId: account.id,
    accountRowId: account.row_id,
    sessionId: 'sim',
    username: account.username,
    displayName: account.display_name,
    role: 'admin',
    permissions: permissionsOf('admin'),
  };
}
