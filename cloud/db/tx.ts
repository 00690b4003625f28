import type { Kysely, Transaction } from 'kysely';
import type { Clock } from '../clock.ts';
import type { Ids } from '../ids.ts';
import { postgresCode } from './postgres-code.ts';
import type { Database } from './schema.ts';

export type Tx = Transaction<Database>;
export type RunTx = <T>(work: (tx: Tx) => Promise<T>) => Promise<T>;

const mostTries = 50;
/** A serialization failure and a deadlock: the database asks for the same again. */
const repeatable = new Set(['40001', '40P01']);

/**
 * Runs work in a transaction; again from its start, after a random and growing while, when the database asks for it. Work
 * may so run several times and must do nothing but what it does through `tx`.
 */
export function createTx(of: { database: Kysely<Database>; clock: Clock; ids: Ids }): RunTx {
  const { database, clock, ids } = of;
  return async (work) => {
    for (let tries = 1; ; tries += 1) {
      try {
        return await database.transaction().execute(work);
      } catch (error) {
        if (tries === mostTries || !repeatable.has(postgresCode(error) ?? '')) throw error;
        await new Promise<void>((resolve) => clock.after(chance(ids) * Math.min(2 ** tries, 200), resolve));
      }
    }
  };
}

/** From 0 up to 1. */
function chance(ids: Ids): number {
  return Buffer.from(ids.bytes(4)).readUInt32LE() / 2 ** 32;
}
