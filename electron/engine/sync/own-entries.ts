import type { ReadableDatabase } from '../db/database.ts';
import { rawQuery } from '../db/query.ts';

type OwnRow = {
  seq: number;
  opId: string;
  writer: string;
  kind: string;
  v: number;
  at: string;
  businessDate: string;
  actor: string;
  body: string;
  hash: Uint8Array;
  salt: Uint8Array | null;
  part: string | null;
};

/** An own entry as it travels: `wireEntry` of the protocol. */
export type OwnEntry = Omit<OwnRow, 'hash' | 'salt' | 'part'> & {
  hash: string;
  personal: { salt: string; part: string } | null;
};

const entriesAfter = rawQuery<{ after: number; most: number }, OwnRow>(
  `SELECT j.seq, j.op_id AS opId, j.writer, j.kind, j.v, j.at, j.business_date AS businessDate, j.actor, j.body,
     j.hash, p.salt, p.part
   FROM journal j LEFT JOIN journal_personal p ON p.seq = j.seq
   WHERE j.seq > @after AND j.seq > 0 ORDER BY j.seq LIMIT @most`,
);

/** So many of the own entries after one, in their order. */
export function* eachOwnEntry(
  db: ReadableDatabase,
  stretch: { after: number; most: number },
): Generator<OwnEntry> {
  for (const { salt, part, hash, ...entry } of db.each(entriesAfter, stretch)) {
    const personal =
      salt === null || part === null ? null : { salt: Buffer.from(salt).toString('base64url'), part };
    yield { ...entry, hash: Buffer.from(hash).toString('hex'), personal };
  }
}
