import type { Logger } from 'pino';
import type { Permission, Role } from '../../shared/domain/permissions.ts';
import type { Failure, Result } from '../../shared/domain/result.ts';
import type { Settings } from '../../shared/api/settings.ts';
import type { Clock } from './clock.ts';
import type { Network } from './cloud-link/index.ts';
import type { ReadableDatabase } from './db/database.ts';
import type { ReaderCalls } from './db/reader.ts';
import type { Write } from './db/write-queue.ts';
import type { Ids } from './ids.ts';

export type Identity = { writer: string; storeCode: string; registerCode: string; demo: boolean };

/** What is kept outside the database, so that a copy of it alone carries neither secret nor memory. */
export type KeyStore = {
  /** 32 secret bytes per name: made on first use, the same ever after. */
  secret(name: string): Promise<Uint8Array>;
  /** The text that was remembered under a name; null for none. */
  recall(name: string): Promise<string | null>;
  /** Keeps a text in place of the one before; on the disk when it resolves. */
  remember(name: string, text: string): Promise<void>;
};

/** What argon2id spends on one hash: KiB of memory, and how often it goes through them. */
export type HashCost = { memoryCost: number; timeCost: number };

/** What a feature's functions are given: the books, time, chance, and the settings in force. */
export type EngineContext = {
  version: string;
  clock: Clock;
  ids: Ids;
  keys: KeyStore;
  /** Of the hashes of passwords and PINs. */
  hashCost: HashCost;
  log: Logger;
  /** Short reads, on the main thread: under a millisecond or two. Always the state of the last commit. */
  read: ReadableDatabase;
  /** The only way to write; answers after the commit is on the disk. */
  write: Write;
  /** Long reads, on a thread of their own: reports, verify, wide lists. */
  readInWorker: ReaderCalls;
  settings(): Settings;
  /** Called by the settings feature alone, after its commit. */
  reloadSettings(): void;
  identity(): Identity;
  /** Reads anew who this till is, through the handle of the transaction that changed it. */
  reloadIdentity(db: ReadableDatabase): void;
  network: Network;
  /** Told after every commit, without its waiting for it. */
  afterCommit(listener: () => void): void;
  /**
   * Closes everything, puts this database (a whole one, with its migrations run or to be run) in the place of the books,
   * and opens it; the books of before stay beside it as `sukli.db.before`. This context is over then. When the new one
   * cannot be opened, the books of before are back, and the reason is told. `madeFrom`: the newest own entry that it
   * holds; false, and the books stay, where another one was written since.
   */
  replaceBooks(file: string, madeFrom: number): Promise<Result<boolean, Failure>>;
  /** The business date of an instant, by the store's time zone and day cut-off. */
  businessDateOf(instant: string): string;
};

/** Who acts: made by the guard from the access token, checked against the account as it is now. */
export type Actor = {
  accountId: string;
  accountRowId: number;
  sessionId: string;
  username: string;
  displayName: string;
  role: Role;
  permissions: readonly Permission[];
};
