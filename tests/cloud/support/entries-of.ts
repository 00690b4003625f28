import { handleOf } from '../../../electron/engine/db/database.ts';
import { databaseFile, openConnection } from '../../../electron/engine/db/open.ts';
import type { WireEntry } from '../../../shared/sync/protocol.ts';
import { entriesOf as entriesIn } from '../../fixtures/exchange.ts';

/** The journal of a till's folder, of whatever release, as it goes over the wire. */
export function entriesOf({ dataDir }: { dataDir: string }): WireEntry[] {
  const connection = openConnection(databaseFile(dataDir), 'read');
  try {
    return entriesIn(handleOf(connection), '');
  } finally {
    connection.close();
  }
}
