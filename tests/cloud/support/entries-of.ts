import { databaseFile, openConnection } from '../../../electron/engine/db/open.ts';
import type { WireEntry } from '../../../shared/sync/protocol.ts';

type Row = {
  seq: number;
  op_id: string;
  writer: string;
  kind: string;
  v: number;
  at: string;
  business_date: string;
  actor: string;
  body: string;
  hash: Uint8Array;
  salt: Uint8Array | null;
  part: string | null;
};

/** The journal of a till as it goes over the wire. */
export function entriesOf({ dataDir }: { dataDir: string }): WireEntry[] {
  const connection = openConnection(databaseFile(dataDir), 'read');
  try {
    const rows = connection
      .prepare(
        'SELECT j.*, p.salt, p.part FROM journal j LEFT JOIN journal_personal p USING (seq) ORDER BY seq',
      )
      .all() as Row[];
    return rows.map(wireEntryOf);
  } finally {
    connection.close();
  }
}

function wireEntryOf({ op_id: opId, business_date: businessDate, hash, salt, part, ...row }: Row): WireEntry {
  const { seq, writer, kind, v, at, actor, body } = row;
  const personal =
    salt === null || part === null ? null : { salt: Buffer.from(salt).toString('base64url'), part };
  const hashText = Buffer.from(hash).toString('hex');
  return { seq, opId, writer, kind, v, at, businessDate, actor, body, hash: hashText, personal };
}
