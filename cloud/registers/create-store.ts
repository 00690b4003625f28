import { instantOf } from '../clock.ts';
import type { CloudContext } from '../context.ts';
import type { Tx } from '../db/tx.ts';

/** An organisation with its first store, both of this name. Answers the store's id. */
export async function createOrganisation(
  { ids, clock }: CloudContext,
  tx: Tx,
  name: string,
): Promise<string> {
  const id = ids.uuid();
  const created_at = instantOf(clock.now());
  await tx.insertInto('organisations').values({ id, name, stores: 1, created_at }).execute();
  const store = { id: ids.uuid(), organisation_id: id, code: codeOf(1), name, created_at };
  await tx
    .insertInto('stores')
    .values({ ...store, ...empty })
    .execute();
  return store.id;
}

/** One more store of an organisation. Answers its id. */
export async function createStore(
  { ids, clock }: CloudContext,
  tx: Tx,
  organisationId: string,
  name: string,
): Promise<string> {
  const { stores } = await tx
    .updateTable('organisations')
    .set((eb) => ({ stores: eb('stores', '+', 1) }))
    .where('id', '=', organisationId)
    .returning('stores')
    .executeTakeFirstOrThrow();
  const store = {
    id: ids.uuid(),
    organisation_id: organisationId,
    code: codeOf(stores),
    name,
    created_at: instantOf(clock.now()),
  };
  await tx
    .insertInto('stores')
    .values({ ...store, ...empty })
    .execute();
  return store.id;
}

const empty = { position: 0, mark: 0, epoch: 1, registers: 0 };

function codeOf(number: number): string {
  return `S${String(number).padStart(2, '0')}`;
}
