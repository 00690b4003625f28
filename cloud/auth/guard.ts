import { fail, ok, type Result } from '../../shared/domain/result.ts';
import { cloudFailure, type CloudFailure } from '../../shared/sync/cloud-failures.ts';
import { instantOf } from '../clock.ts';
import type { CloudContext } from '../context.ts';
import type { Access, Caller } from '../route.ts';
import { readToken } from './verify-token.ts';

/** How old `last_seen_at` may be before it is written anew, in milliseconds. */
const seenAgain = 60_000;

/** Who calls. A revoked register is refused at once, by every copy of the cloud. */
export async function guard(
  context: CloudContext,
  request: Request,
  access: Access,
): Promise<Result<Caller | null, CloudFailure>> {
  if (access === 'public') return ok(null);
  const bearer = /^Bearer ([\w.-]+)$/i.exec(request.headers.get('authorization') ?? '')?.[1];
  if (bearer === undefined) return fail(cloudFailure('token-missing'));
  const token = readToken(bearer);
  if (token === null) return fail(cloudFailure('token-invalid'));
  const register = await findRegister(context, token.registerId);
  if (register === undefined) return fail(cloudFailure('register-unknown'));
  const now = context.clock.now();
  const verified = token.verify(register.public_key, Math.floor(now / 1000));
  if (!verified.ok) return verified;
  if (register.revoked_at !== null) return fail(cloudFailure('register-revoked'));
  if (register.last_seen_at === null || register.last_seen_at < instantOf(now - seenAgain)) {
    noteSeen(context, register.store_id, register.id, instantOf(now));
  }
  return ok({
    registerId: register.id,
    storeId: register.store_id,
    organisationId: register.organisation_id,
  });
}

function findRegister({ database }: CloudContext, id: string) {
  return database
    .selectFrom('registers')
    .innerJoin('stores', 'stores.id', 'registers.store_id')
    .select(['registers.id', 'registers.store_id', 'registers.public_key', 'registers.revoked_at'])
    .select(['registers.last_seen_at', 'stores.organisation_id'])
    .where('registers.id', '=', id)
    .executeTakeFirst();
}

/** Beside the request, which does not wait for it. */
function noteSeen({ database, log }: CloudContext, storeId: string, id: string, at: string): void {
  database
    .updateTable('registers')
    .set({ last_seen_at: at })
    .where('store_id', '=', storeId)
    .where('id', '=', id)
    .execute()
    .catch((error: unknown) => log.warn({ err: error }, 'a register was not noted as seen'));
}
