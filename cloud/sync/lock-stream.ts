import type { Selectable } from 'kysely';
import { fail, ok, type Result } from '../../shared/domain/result.ts';
import { cloudFailure, type CloudFailure } from '../../shared/sync/cloud-failures.ts';
import type { Streams } from '../db/schema.ts';
import type { Tx } from '../db/tx.ts';
import type { Caller } from '../route.ts';

export type Stream = Selectable<Streams>;

/** The caller's stream, locked until the transaction ends: one push of it at a time. */
export async function lockStream(
  tx: Tx,
  { storeId, registerId }: Caller,
  id: string,
): Promise<Result<Stream, CloudFailure>> {
  const stream = await tx
    .selectFrom('streams')
    .selectAll()
    .where('store_id', '=', storeId)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  if (stream === undefined) return fail(cloudFailure('stream-unknown'));
  if (stream.register_id !== registerId) return fail(cloudFailure('stream-of-another'));
  return ok(stream);
}
