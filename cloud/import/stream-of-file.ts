import { fail, ok, type Result } from '../../shared/domain/result.ts';
import { cloudFailure, type CloudFailure } from '../../shared/sync/cloud-failures.ts';
import type { EntriesFileHeader } from '../../shared/sync/entries-file.ts';
import { instantOf } from '../clock.ts';
import type { CloudContext } from '../context.ts';
import { lockStore } from '../db/lock-store.ts';
import type { Tx } from '../db/tx.ts';
import { addRegister, addFirstStream } from '../registers/add-register.ts';
import { ownerOfStream } from '../registers/owner-of-stream.ts';
import type { Caller } from '../route.ts';

/**
 * The register that the file's stream belongs to, by the key that signed it. A life that the cloud has not heard of begins
 * where the file says it does; a till that was never enrolled becomes a register that cannot call.
 */
export function streamOfFile(
  context: CloudContext,
  { storeId }: Caller,
  header: EntriesFileHeader,
): Promise<Result<string, CloudFailure>> {
  return context.tx(async (tx) => {
    await lockStore(tx, storeId);
    const known = await ownerOfStream(tx, storeId, header.stream);
    if (known === undefined) return begin(context, tx, storeId, header);
    return known.public_key === header.publicKey ? ok(known.id) : fail(cloudFailure('file-forged'));
  });
}

async function begin(
  context: CloudContext,
  tx: Tx,
  storeId: string,
  header: EntriesFileHeader,
): Promise<Result<string, CloudFailure>> {
  const register = await tx
    .selectFrom('registers')
    .select('id')
    .where('store_id', '=', storeId)
    .where('public_key', '=', header.publicKey)
    .orderBy('number', 'desc')
    .executeTakeFirst();
  if (header.from === 1) {
    const registerId = register?.id ?? (await addUnenrolled(context, tx, storeId, header.publicKey));
    await addFirstStream(context, tx, { storeId, registerId, stream: header.stream });
    return ok(registerId);
  }
  if (register === undefined) return fail(cloudFailure('file-has-gap'));
  const base = await tx
    .selectFrom('entries')
    .innerJoin('streams', (join) =>
      join.onRef('streams.store_id', '=', 'entries.store_id').onRef('streams.id', '=', 'entries.stream'),
    )
    .select('entries.stream')
    .where('entries.store_id', '=', storeId)
    .where('streams.register_id', '=', register.id)
    .where('entries.seq', '=', header.from - 1)
    .where('entries.hash', '=', header.prevHash)
    .executeTakeFirst();
  if (base === undefined) return fail(cloudFailure('file-has-gap'));
  const [seq, head] = [header.from - 1, header.prevHash];
  await tx
    .insertInto('streams')
    .values({
      store_id: storeId,
      id: header.stream,
      register_id: register.id,
      parent: base.stream,
      base_seq: seq,
      base_head: head,
      last: seq,
      head,
      created_at: instantOf(context.clock.now()),
    })
    .execute();
  return ok(register.id);
}

async function addUnenrolled(
  context: CloudContext,
  tx: Tx,
  storeId: string,
  publicKey: string,
): Promise<string> {
  const id = await addRegister(context, tx, { storeId, name: '', publicKey });
  await tx
    .updateTable('registers')
    .set({ revoked_at: instantOf(context.clock.now()) })
    .where('store_id', '=', storeId)
    .where('id', '=', id)
    .execute();
  return id;
}
