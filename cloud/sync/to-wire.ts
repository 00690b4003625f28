import type { Selectable } from 'kysely';
import type { PullAnswer } from '../../shared/sync/protocol.ts';
import type { Entries } from '../db/schema.ts';

/** An entry as it is stored, as it is sent. */
export function toWire(row: Selectable<Entries>): PullAnswer['entries'][number] {
  return {
    position: row.position,
    mark: row.mark,
    stream: row.stream,
    seq: row.seq,
    opId: row.op_id,
    writer: row.writer,
    kind: row.kind,
    v: row.v,
    at: row.at,
    businessDate: row.business_date,
    actor: row.actor,
    body: row.body,
    hash: row.hash,
    personal: row.salt === null || row.part === null ? null : { salt: row.salt, part: row.part },
  };
}
