import type { Kysely } from 'kysely';
import type { Logger } from 'pino';
import type { Clock } from './clock.ts';
import type { Database } from './db/schema.ts';
import type { Turns } from './db/turns.ts';
import type { RunTx } from './db/tx.ts';
import type { Ids } from './ids.ts';

/** What the cloud's functions are given. */
export type CloudContext = {
  version: string;
  database: Kysely<Database>;
  tx: RunTx;
  /** For pushes of a store, which wait for its row. */
  turns: Turns;
  clock: Clock;
  ids: Ids;
  log: Logger;
};
