import { genesisHash } from '../../../shared/journal/chain.ts';
import type { ReadableDatabase } from '../db/database.ts';
import { query } from '../db/query.ts';

const hashOfEntry = query<{ seq: number }>()((b, p) =>
  b.selectFrom('journal').select('hash').where('seq', '=', p('seq')).where('seq', '>', 0),
);
const newestEntry = query()((b) =>
  b.selectFrom('journal').select(['seq', 'hash']).where('seq', '>', 0).orderBy('seq', 'desc').limit(1),
);

/** A place in one's own chain: the entry's number and its hash; number 0 is before the first. */
export type ChainPlace = { seq: number; hash: Uint8Array };

export function ownHead(db: ReadableDatabase): ChainPlace {
  return db.first(newestEntry) ?? { seq: 0, hash: genesisHash };
}

/** Whether one's own chain goes through this place. */
export function isOnOwnChain(db: ReadableDatabase, { seq, hash }: ChainPlace): boolean {
  const own = seq === 0 ? genesisHash : db.first(hashOfEntry, { seq })?.hash;
  return own !== undefined && Buffer.compare(own, hash) === 0;
}

export function isSamePlace(one: ChainPlace, other: ChainPlace): boolean {
  return one.seq === other.seq && Buffer.compare(one.hash, other.hash) === 0;
}

/** A place as the cloud tells it. */
export function toldPlace(told: { last: number; head: string }): ChainPlace {
  return { seq: told.last, hash: Buffer.from(told.head, 'hex') };
}
