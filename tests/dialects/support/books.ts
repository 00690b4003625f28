import { databaseFile, openConnection } from '../../../electron/engine/db/open.ts';
import type { TestEngine } from '../../fixtures/engine.ts';

export type BooksReader = {
  /** The journal's entries and how many rows each table has, but for the failed sign-ins that are counted. */
  state(): string;
  close(): void;
};

/** Reads the books past the engine, to see whether a request has written anything. */
export function readBooks(till: TestEngine): BooksReader {
  const connection = openConnection(databaseFile(till.dataDir), 'read');
  const tables = connection
    .prepare("SELECT name FROM sqlite_master WHERE type = 'table' AND sql NOT LIKE '%VIRTUAL%' ORDER BY name")
    .pluck()
    .all() as string[];
  const counted = tables.filter(
    (name) => name !== 'throttles' && name !== 'journal' && !name.startsWith('sqlite_'),
  );
  const counts = connection.prepare(
    counted.map((name) => `SELECT '${name}' || ' ' || count(*) FROM "${name}"`).join(' UNION ALL '),
  );
  const entries = connection.prepare(
    "SELECT count(*) || ' ' || max(op_id) FROM journal WHERE kind <> 'sign-in.failed'",
  );
  return {
    state: () => [entries.pluck().get(), ...counts.pluck().all()].join('\n'),
    close: () => connection.close(),
  };
}
