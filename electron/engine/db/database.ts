import type BetterSqlite3 from 'better-sqlite3';
import type { Query } from './query.ts';

type Call<P> = keyof P extends never ? [] : [parameters: P];

/** A handle that can only read. */
export type ReadableDatabase = {
  first<P, Row>(query: Query<P, Row>, ...call: Call<P>): Row | undefined;
  all<P, Row>(query: Query<P, Row>, ...call: Call<P>): Row[];
  each<P, Row>(query: Query<P, Row>, ...call: Call<P>): IterableIterator<Row>;
};

declare const writable: unique symbol;

/** A handle that can write: it exists only inside `write(…)`, so a write outside a transaction does not compile. */
export type WritableDatabase = ReadableDatabase & {
  run<P, Row>(query: Query<P, Row>, ...call: Call<P>): { changes: number; rowId: number };
  [writable]: true;
};

/** Runs compiled queries on cached statements of one connection. */
export function handleOf(connection: BetterSqlite3.Database): WritableDatabase {
  const statements = new Map<string, BetterSqlite3.Statement>();

  const prepared = (sql: string): BetterSqlite3.Statement => {
    let statement = statements.get(sql);
    if (statement === undefined) {
      if (statements.size > 500) statements.clear();
      statement = connection.prepare(sql);
      statements.set(sql, statement);
    }
    return statement;
  };
  const bound = (query: Query<unknown, unknown>, parameters: unknown): unknown[] =>
    parameters === undefined ? [...query.values] : [...query.values, parameters];

  const handle: Omit<WritableDatabase, typeof writable> = {
    first: <P, Row>(query: Query<P, Row>, ...[parameters]: Call<P>) =>
      prepared(query.sql).get(...bound(query, parameters)) as Row | undefined,
    all: <P, Row>(query: Query<P, Row>, ...[parameters]: Call<P>) =>
      prepared(query.sql).all(...bound(query, parameters)) as Row[],
    each: <P, Row>(query: Query<P, Row>, ...[parameters]: Call<P>) =>
      prepared(query.sql).iterate(...bound(query, parameters)) as IterableIterator<Row>,
    run: <P, Row>(query: Query<P, Row>, ...[parameters]: Call<P>) => {
      const result = prepared(query.sql).run(...bound(query, parameters));
      return { changes: result.changes, rowId: Number(result.lastInsertRowid) };
    },
  };
  return handle as WritableDatabase;
}
