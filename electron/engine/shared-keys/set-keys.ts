import type { ReadableDatabase, WritableDatabase } from '../db/database.ts';
import { query } from '../db/query.ts';

/** A kind of key that one record alone can have, such as a SKU: who has one, and how it is given and taken. */
export type KeySpace = {
  name: 'sku' | 'barcode' | 'category' | 'coupon' | 'customer-code' | 'phone' | 'email';
  /** The id of the record that has the key. */
  holderOf(db: ReadableDatabase, key: string): string | undefined;
  heldBy(db: ReadableDatabase, id: string): readonly string[];
  give(tx: WritableDatabase, id: string, key: string, position: number): void;
  /** The record goes on without the key; answers its position among its keys. */
  take(tx: WritableDatabase, id: string, key: string): number;
};

type Waiting = { space: string; key: string; entityId: string; position: number };

const insertWaiting = query<Waiting>()((b, p) =>
  b.insertInto('waiting_keys').values({
    space: p('space'),
    key: p('key'),
    entity_id: p('entityId'),
    position: p('position'),
  }),
);
const oldestWaiting = query<{ space: string; key: string }>()((b, p) =>
  b
    .selectFrom('waiting_keys')
    .select(['entity_id', 'position'])
    .where('space', '=', p('space'))
    .where('key', '=', p('key'))
    .orderBy('entity_id')
    .limit(1),
);
const deleteWaiting = query<{ space: string; key: string; entityId: string }>()((b, p) =>
  b
    .deleteFrom('waiting_keys')
    .where('space', '=', p('space'))
    .where('key', '=', p('key'))
    .where('entity_id', '=', p('entityId')),
);
const deleteWaitingOf = query<{ space: string; entityId: string }>()((b, p) =>
  b.deleteFrom('waiting_keys').where('entity_id', '=', p('entityId')).where('space', '=', p('space')),
);

/**
 * Says which keys of a space a record claims, in their order. Of all that claim one key the oldest has it, whose id is
 * the smallest; the others wait until it lets go, so that it never matters who was heard of first. Answers the ids of
 * the other records that won or lost a key by this.
 */
export function setKeys(
  tx: WritableDatabase,
  space: KeySpace,
  id: string,
  keys: readonly string[],
): ReadonlySet<string> {
  const touched = new Set<string>();
  const claimed = new Map(keys.map((key, position) => [key, position]));
  for (const key of space.heldBy(tx, id)) {
    if (claimed.has(key)) continue;
    space.take(tx, id, key);
    passOn(tx, space, key, touched);
  }
  tx.run(deleteWaitingOf, { space: space.name, entityId: id });
  for (const [key, position] of claimed) claim(tx, space, { id, key, position }, touched);
  return touched;
}

function passOn(tx: WritableDatabase, space: KeySpace, key: string, touched: Set<string>): void {
  const next = tx.first(oldestWaiting, { space: space.name, key });
  if (next === undefined) return;
  tx.run(deleteWaiting, { space: space.name, key, entityId: next.entity_id });
  space.give(tx, next.entity_id, key, next.position);
  touched.add(next.entity_id);
}

function claim(
  tx: WritableDatabase,
  space: KeySpace,
  { id, key, position }: { id: string; key: string; position: number },
  touched: Set<string>,
): void {
  const holder = space.holderOf(tx, key);
  if (holder !== undefined && holder < id) {
    tx.run(insertWaiting, { space: space.name, key, entityId: id, position });
    return;
  }
  if (holder !== undefined && holder !== id) {
    const was = space.take(tx, holder, key);
    tx.run(insertWaiting, { space: space.name, key, entityId: holder, position: was });
    touched.add(holder);
  }
  space.give(tx, id, key, position);
}
