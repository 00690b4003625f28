import { Kysely, PostgresDialect, type Dialect } from 'kysely';
import pg from 'pg';
import type { Logger } from 'pino';
import type { Database } from './schema.ts';

const int8 = pg.types.builtins.INT8;
const numeric = pg.types.builtins.NUMERIC;

/** 64-bit integers and sums come as numbers: all that is stored is a safe integer. */
const types: pg.CustomTypesConfig = {
  getTypeParser: ((id: number, format?: 'text' | 'binary') =>
    id === int8 || id === numeric
      ? Number
      : pg.types.getTypeParser(id, format)) as typeof pg.types.getTypeParser,
};

/** In milliseconds. */
const longestStatement = 60_000;
const longestPause = 20_000;

export type OpenedDatabase = { database: Kysely<Database>; close(): Promise<void> };

/**
 * A pool of connections to a PostgreSQL. Connects when it is first asked. `wrap` puts something between Kysely and the
 * database, as tests do.
 */
export function openDatabase(of: {
  url: string;
  log: Logger;
  connections?: number;
  wrap?: (dialect: Dialect) => Dialect;
}): OpenedDatabase {
  const pool = new pg.Pool({
    connectionString: of.url,
    max: of.connections ?? 10,
    connectionTimeoutMillis: 10_000,
    keepAlive: true,
    statement_timeout: longestStatement,
    // A copy that hangs in a transaction holds a shop's pushes of all copies up for so long.
    idle_in_transaction_session_timeout: longestPause,
    types,
  });
  pool.on('error', (error) => of.log.warn({ err: error }, 'a connection to the database was lost'));
  const dialect = new PostgresDialect({ pool });
  const database = new Kysely<Database>({ dialect: of.wrap?.(dialect) ?? dialect });
  return { database, close: () => database.destroy() };
}
