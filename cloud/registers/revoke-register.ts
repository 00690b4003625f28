import { fail, ok, type Result } from '../../shared/domain/result.ts';
import { cloudFailure, type CloudFailure } from '../../shared/sync/cloud-failures.ts';
import { instantOf } from '../clock.ts';
import type { CloudContext } from '../context.ts';
import type { Caller } from '../route.ts';

/** Takes another register of the organisation out: its tokens count no more, what it sent stays. Twice is the same as once. */
export async function revokeRegister(
  context: CloudContext,
  caller: Caller,
  id: string,
): Promise<Result<undefined, CloudFailure>> {
  if (id === caller.registerId) return fail(cloudFailure('register-is-own'));
  const register = await context.database
    .selectFrom('registers')
    .innerJoin('stores', 'stores.id', 'registers.store_id')
    .select('registers.store_id')
    .where('registers.id', '=', id)
    .where('stores.organisation_id', '=', caller.organisationId)
    .executeTakeFirst();
  if (register === undefined) return fail(cloudFailure('register-not-found'));
  await endRegister(context, register.store_id, id);
  return ok(undefined);
}

/** The calling register leaves. */
export async function leave(
  context: CloudContext,
  { storeId, registerId }: Caller,
): Promise<Result<undefined, CloudFailure>> {
  await endRegister(context, storeId, registerId);
  return ok(undefined);
}

async function endRegister({ database, clock }: CloudContext, storeId: string, id: string): Promise<void> {
  await database
    .updateTable('registers')
    .set({ revoked_at: instantOf(clock.now()) })
    .where('store_id', '=', storeId)
    .where('id', '=', id)
    .where('revoked_at', 'is', null)
    .execute();
}
