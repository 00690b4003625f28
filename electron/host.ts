import './guard-first.ts';
import type { Logger } from 'pino';
import { fail, ok, type Result } from '../shared/domain/result.ts';
import { screensFolder } from './app-folders.ts';
import { appVersion } from './app-version.ts';
import { notePort } from './door/note-port.ts';
import { createAnswer } from './door/answer-request.ts';
import { openHttpDoor } from './door/http-door.ts';
import { createScreens } from './door/serve-screens.ts';
import { systemClock, type Clock } from './engine/clock.ts';
import type { Network } from './engine/cloud-link/index.ts';
import type { Engine, KeyStore } from './engine/engine.ts';
import { systemIds, type Ids } from './engine/ids.ts';
import { fileKeys } from './host/file-keys.ts';
import { keysFolder } from './host/keys-folder.ts';
import { openLog } from './host/open-log.ts';
import { sealedKeysPresent } from './host/sealed-keys-present.ts';
import { createBootPlan } from './start/boot-plan.ts';
import { openEngine } from './start/open-engine.ts';

export type EngineOptions = {
  dataDir: string;
  demo?: boolean;
  version?: string;
  clock?: Clock;
  ids?: Ids;
  keys?: KeyStore;
  log?: Logger;
  network?: Network;
  /** Whether the till exchanges entries with the cloud by itself; by default it does. */
  background?: boolean;
};

export type HostOptions = EngineOptions & {
  /** 0 for any free one. */
  port: number;
  screensDir?: string;
};

export type Host = {
  url: string;
  port: number;
  engine: Engine;
  /** Closes the door, lets running requests finish, then closes the engine. */
  close(): Promise<void>;
};

/** A code and a sentence: of the folder, the database, the secrets or the port. */
export type HostFailure = { code: string; message: string };

/**
 * The engine with its HTTP door under plain Node: for `--host`, the command line, tests and benchmarks. Fails with the
 * engine's own reason, or with the port's, and leaves nothing open then.
 */
export async function startHost(options: HostOptions): Promise<Result<Host, HostFailure>> {
  const plan = createBootPlan();
  const started = await plan.phase(
    'engine',
    () => startEngine(options),
    ({ close }) => close(),
  );
  if (!started.ok) return started;
  const { engine } = started.value;
  const screens = createScreens(options.screensDir ?? screensFolder);
  const door = await plan.phase(
    'http door',
    () =>
      openHttpDoor({
        port: options.port,
        shopNetwork: engine.settings().doors.shopNetwork,
        answer: createAnswer({ engine, screens }),
      }),
    (opened) => opened.close(),
  );
  if (!door.ok) return door;
  plan.opened('note of the port', notePort(options.dataDir, door.value.port), (remove) => remove());
  return ok({ url: door.value.url, port: door.value.port, engine, close: plan.stop });
}

/** The engine alone under plain Node, with its log and its secrets in files. */
export async function startEngine(
  options: EngineOptions,
): Promise<Result<{ engine: Engine; close(): Promise<void> }, HostFailure>> {
  const plan = createBootPlan();
  const { log } = plan.opened('log', logOf(options), (opened) => opened.close());
  const keys = await plan.phase('keys', () => keysOf(options));
  if (!keys.ok) return keys;
  const engine = await plan.phase(
    'engine',
    () =>
      openEngine({
        dataDir: options.dataDir,
        version: options.version ?? appVersion,
        demo: options.demo ?? false,
        clock: options.clock ?? systemClock,
        ids: options.ids ?? systemIds,
        keys: keys.value,
        log,
        ...(options.network === undefined ? {} : { network: options.network }),
        ...(options.background === undefined ? {} : { background: options.background }),
      }),
    (created) => created.close(),
  );
  if (!engine.ok) return engine;
  return ok({ engine: engine.value, close: plan.stop });
}

function logOf(options: EngineOptions): { log: Logger; close: () => void } {
  return options.log === undefined ? openLog(options.dataDir) : { log: options.log, close: () => undefined };
}

async function keysOf(options: EngineOptions): Promise<Result<KeyStore, HostFailure>> {
  if (options.keys !== undefined) return ok(options.keys);
  const folder = keysFolder(options.dataDir);
  if (!(await sealedKeysPresent(folder))) return ok(fileKeys(folder));
  return fail({
    code: 'keys-in-keychain',
    message: `The secrets of the till in ${options.dataDir} are sealed in this computer's keychain, which only its window can open. Start it with its window, or choose another folder with --data.`,
  });
}
