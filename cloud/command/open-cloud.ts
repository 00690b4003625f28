import type { Logger } from 'pino';
import { fail, ok, type Result } from '../../shared/domain/result.ts';
import { systemClock } from '../clock.ts';
import { createCloud, type Cloud } from '../cloud.ts';
import { openDatabase } from '../db/open-database.ts';
import { isUnreachable, postgresCode } from '../db/postgres-code.ts';
import { systemIds } from '../ids.ts';
import { findRunning } from '../postgres/running-postgres.ts';
import { startPostgres, type Postgres } from '../postgres/start-postgres.ts';
import type { CloudFlags } from './read-command.ts';

export type OpenedCloud = {
  cloud: Cloud;
  /** Resolves when the PostgreSQL of the data folder is not running any more; never for a database of one's own. */
  databaseEnded: Promise<unknown>;
  /** Ends what is under way, then the connections, then the PostgreSQL of the data folder. */
  close(): Promise<void>;
};

/**
 * A cloud on the database that the flags name. `asGuest` uses the data folder's PostgreSQL that another process runs,
 * where there is one.
 */
export async function openCloud(
  flags: CloudFlags,
  log: Logger,
  { asGuest }: { asGuest: boolean },
): Promise<Result<OpenedCloud>> {
  const postgres = await postgresOf(flags, asGuest);
  if (!postgres.ok) return postgres;
  const opened = openDatabase({ url: postgres.value.url, log });
  const close = async () => {
    await opened.close();
    await postgres.value.stop();
  };
  try {
    const cloud = await createCloud({ database: opened.database, clock: systemClock, ids: systemIds, log });
    return ok({
      cloud,
      databaseEnded: postgres.value.ended,
      async close() {
        await cloud.close();
        await close();
      },
    });
  } catch (error) {
    await close();
    const why = whyUnusable(error);
    if (why === null) throw error;
    return fail({ code: 'database-unusable', message: `The database cannot be used: ${why}` });
  }
}

/** What the database, or the way to it, says; null for a fault of ours. */
function whyUnusable(error: unknown): string | null {
  if (!(error instanceof Error)) return null;
  const code = postgresCode(error);
  if (code === undefined && !isUnreachable(error)) return null;
  return error.message || code || error.name;
}

async function postgresOf({ databaseUrl, dataDir }: CloudFlags, asGuest: boolean): Promise<Result<Postgres>> {
  const url = databaseUrl ?? (asGuest ? await findRunning(dataDir) : null);
  return url === null
    ? startPostgres({ folder: dataDir })
    : ok({ url, ended: new Promise(() => undefined), stop: () => Promise.resolve() });
}
