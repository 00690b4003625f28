import { instantOf } from '../clock.ts';
import type { CloudContext } from '../context.ts';
import type { Tx } from '../db/tx.ts';
import { genesisHead } from '../genesis.ts';

/** A register with the store's next number. Answers its id. */
export async function addRegister(
  { ids, clock }: CloudContext,
  tx: Tx,
  of: { storeId: string; name: string; publicKey: string },
): Promise<string> {
  const { registers: number } = await tx
    .updateTable('stores')
    .set((eb) => ({ registers: eb('registers', '+', 1) }))
    .where('id', '=', of.storeId)
    .returning('registers')
    .executeTakeFirstOrThrow();
  const id = ids.uuid();
  const enrolled_at = instantOf(clock.now());
  await tx
    .insertInto('registers')
    .values({
      store_id: of.storeId,
      id,
      number,
      code: `T${number}`,
      name: of.name === '' ? `Till ${number}` : of.name,
      public_key: of.publicKey,
      enrolled_at,
      last_seen_at: null,
      revoked_at: null,
    })
    .execute();
  return id;
}

/** A first life: its entries are numbered from 1. */
export async function addFirstStream(
  { clock }: CloudContext,
  tx: Tx,
  of: { storeId: string; registerId: string; stream: string },
): Promise<void> {
  await tx
    .insertInto('streams')
    .values({
      store_id: of.storeId,
      id: of.stream,
      register_id: of.registerId,
      parent: null,
      base_seq: 0,
      base_head: genesisHead,
      last: 0,
      head: genesisHead,
      created_at: instantOf(clock.now()),
    })
    .execute();
}
