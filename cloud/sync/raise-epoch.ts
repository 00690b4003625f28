import { sql } from 'kysely';
import type { CloudContext } from '../context.ts';
import type { Tx } from '../db/tx.ts';

/** By how much a till may know a later epoch than the store has; more is nonsense. */
const mostAhead = 1_000_000_000;
/** More tills than a shop enrols between a backup and its restore. */
const numbersSkipped = 20;

/**
 * A new epoch for a store whose database lost something: its tills start to read anew and send what is missing. It is
 * raised by a random step, since the epochs that were given after the backup was made are not known any more. Nor are the
 * numbers of the registers, so some are left out: another till with the code of one that is forgotten would give its receipts.
 */
export async function raiseEpoch(
  { ids, log }: CloudContext,
  tx: Tx,
  storeId: string,
  atLeast: number,
): Promise<number> {
  const step = 1 + (Buffer.from(ids.bytes(4)).readUInt32LE() % 1_000_000);
  const { epoch } = await tx
    .updateTable('stores')
    .set({
      registers: sql<number>`case registers when 0 then 0 else registers + ${numbersSkipped}::bigint end`,
      epoch: sql<number>`least(greatest(epoch, ${atLeast}::bigint), epoch + ${mostAhead}::bigint) + ${step}::bigint`,
    })
    .where('id', '=', storeId)
    .returning('epoch')
    .executeTakeFirstOrThrow();
  log.warn({ store: storeId, epoch }, 'a store has a new epoch');
  return epoch;
}
