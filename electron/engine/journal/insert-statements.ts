import { query } from '../db/query.ts';

/** An entry of one's own has no stream, and its number above zero; one of another till says where it comes from. */
export const insertEntry = query<{
  seq: number;
  opId: string;
  writer: string;
  kind: string;
  v: number;
  at: string;
  businessDate: string;
  actor: string;
  body: string;
  previous: Uint8Array;
  hash: Uint8Array;
  stream: string | null;
  streamSeq: number | null;
  position: number | null;
}>()((b, p) =>
  b.insertInto('journal').values({
    seq: p('seq'),
    op_id: p('opId'),
    writer: p('writer'),
    kind: p('kind'),
    v: p('v'),
    at: p('at'),
    business_date: p('businessDate'),
    actor: p('actor'),
    body: p('body'),
    prev_hash: p('previous'),
    hash: p('hash'),
    stream: p('stream'),
    stream_seq: p('streamSeq'),
    position: p('position'),
  }),
);
export const insertPart = query<{ seq: number; salt: Uint8Array; part: string }>()((b, p) =>
  b.insertInto('journal_personal').values({ seq: p('seq'), salt: p('salt'), part: p('part') }),
);
