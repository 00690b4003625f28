import type { z } from 'zod';
import { fail, ok, type Result } from '../../shared/domain/result.ts';
import { cloudFailure, type CloudFailure } from '../../shared/sync/cloud-failures.ts';
import type { EnrolAnswer, enrolRequest } from '../../shared/sync/protocol.ts';
import { instantOf } from '../clock.ts';
import type { CloudContext } from '../context.ts';
import type { Tx } from '../db/tx.ts';
import { addFirstStream, addRegister } from './add-register.ts';
import { hashCode } from './enrolment-code.ts';

type EnrolRequest = z.output<typeof enrolRequest>;

/**
 * Makes a till a register of the code's store, and its stream one that begins. Sent again by the same till, since its
 * answer was lost, it answers the same. Fails with `code-wrong`, `code-used` or `code-expired`.
 */
export function enrol(
  context: CloudContext,
  request: EnrolRequest,
): Promise<Result<EnrolAnswer, CloudFailure>> {
  return context.tx(async (tx) => {
    const code = await tx
      .selectFrom('enrolment_codes')
      .selectAll()
      .where('code_hash', '=', hashCode(request.code))
      .forUpdate()
      .executeTakeFirst();
    if (code === undefined) return fail(cloudFailure('code-wrong'));
    if (code.used_by !== null) {
      const isSame = await isOf(tx, code.store_id, code.used_by, request);
      return isSame ? answer(context, tx, code.store_id, code.used_by) : fail(cloudFailure('code-used'));
    }
    if (code.expires_at <= instantOf(context.clock.now())) return fail(cloudFailure('code-expired'));
    const id = await addRegister(context, tx, {
      storeId: code.store_id,
      name: request.name === '' ? code.register_name : request.name,
      publicKey: request.publicKey,
    });
    await addFirstStream(context, tx, { storeId: code.store_id, registerId: id, stream: request.stream });
    await tx
      .updateTable('enrolment_codes')
      .set({ used_by: id })
      .where('code_hash', '=', code.code_hash)
      .execute();
    return answer(context, tx, code.store_id, id);
  });
}

async function isOf(tx: Tx, storeId: string, registerId: string, request: EnrolRequest): Promise<boolean> {
  const row = await tx
    .selectFrom('registers')
    .innerJoin('streams', (join) =>
      join
        .onRef('streams.store_id', '=', 'registers.store_id')
        .onRef('streams.register_id', '=', 'registers.id'),
    )
    .select('registers.id')
    .where('registers.store_id', '=', storeId)
    .where('registers.id', '=', registerId)
    .where('registers.public_key', '=', request.publicKey)
    .where('streams.id', '=', request.stream)
    .executeTakeFirst();
  return row !== undefined;
}

async function answer({ clock }: CloudContext, tx: Tx, storeId: string, registerId: string) {
  const row = await tx
    .selectFrom('registers')
    .innerJoin('stores', 'stores.id', 'registers.store_id')
    .innerJoin('organisations', 'organisations.id', 'stores.organisation_id')
    .select(['registers.code', 'registers.number', 'registers.name', 'stores.epoch'])
    .select(['stores.code as store_code', 'stores.name as store_name'])
    .select(['organisations.id as organisation_id', 'organisations.name as organisation_name'])
    .where('registers.store_id', '=', storeId)
    .where('registers.id', '=', registerId)
    .executeTakeFirstOrThrow();
  return ok({
    organisation: { id: row.organisation_id, name: row.organisation_name },
    store: { id: storeId, code: row.store_code, name: row.store_name },
    register: { id: registerId, code: row.code, number: row.number, name: row.name },
    epoch: row.epoch,
    serverTime: instantOf(clock.now()),
  });
}
