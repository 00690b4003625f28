import type { Selectable } from 'kysely';
import type { Entries } from '../db/schema.ts';
import type { ArrivedEntry } from './arrived-entry.ts';

/** An entry that is kept, as it was when it arrived. */
export function arrivedAgain(row: Selectable<Entries>, registerId: string): ArrivedEntry {
  const { seq, position, stream, writer, kind, v, at, actor, body, hash, salt, part } = row;
  return {
    seq,
    position,
    stream,
    writer,
    kind,
    v,
    at,
    actor,
    body,
    hash,
    registerId,
    opId: row.op_id,
    businessDate: row.business_date,
    personal: salt === null || part === null ? null : { salt, part },
    receivedAt: row.received_at,
    content: readContent(body),
    review: null,
  };
}

/** What a body says; undefined where it is not JSON. */
export function readContent(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
}
