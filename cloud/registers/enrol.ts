import type { z } from 'zod';
import { fail, ok, type Result } from '../../shared/domain/result.ts';
import { cloudFailure, type CloudFailure } from '../../shared/sync/cloud-failures.ts';
import type { EnrolAnswer, enrolRequest } from '../../shared/sync/protocol.ts';
import { instantOf } from '../clock.ts';
import type { CloudContext } from '../context.ts';
import { lockStore } from '../db/lock-store.ts';
import type { Tx } from '../db/tx.ts';
import { addFirstStream, addRegister } from './add-register.ts';
import { currencyOfStore } from './currency-of-store.ts';
import { hashCode } from './enrolment-code.ts';
import { nameShop } from './name-shop.ts';
import { ownerOfStream } from './owner-of-stream.ts';

type EnrolRequest = z.output<typeof enrolRequest>;

/**
 * Makes a till a register of the code's store, and its stream one that begins. A till whose stream is there already gets
 * the register that it had: its first answer was lost, it left, or its file was imported. Fails with `code-wrong`,
 * `code-used`, `code-expired`, `stream-of-another` where the stream is of a till with another key, and `currency-differs`
 * where it sold in another currency than the shop's; the code stays good then.
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
    const { store_id: storeId, used_by: usedBy } = code;
    await lockStore(tx, storeId);
    const owner = await ownerOfStream(tx, storeId, request.stream);
    const isOwn = owner?.public_key === request.publicKey;
    if (usedBy !== null) {
      const isSame = isOwn && owner.id === usedBy;
      return isSame ? answer(context, tx, storeId, usedBy) : fail(cloudFailure('code-used'));
    }
    if (code.expires_at <= instantOf(context.clock.now())) return fail(cloudFailure('code-expired'));
    if (owner !== undefined && !isOwn) return fail(cloudFailure('stream-of-another'));
    const allowed = checkCurrency(request.currency, await currencyOfStore(tx, storeId));
    if (!allowed.ok) return allowed;
    const name = request.name === '' ? code.register_name : request.name;
    const id = owner?.id ?? (await addTill(context, tx, storeId, { ...request, name }));
    await nameShop(tx, storeId, request.shopName);
    await tx
      .updateTable('registers')
      .set({ revoked_at: null })
      .where('store_id', '=', storeId)
      .where('id', '=', id)
      .execute();
    await tx
      .updateTable('enrolment_codes')
      .set({ used_by: id })
      .where('code_hash', '=', code.code_hash)
      .execute();
    return answer(context, tx, storeId, id);
  });
}

function checkCurrency(own: string | null, shop: string | null): Result<void, CloudFailure> {
  if (own === null || shop === null || own === shop) return ok(undefined);
  const message = `This till has sold in ${own}, and the shop keeps its books in ${shop}. It did not join, and nothing changed. Join it to a shop in ${own}.`;
  return fail(cloudFailure('currency-differs', { message }));
}

async function addTill(
  context: CloudContext,
  tx: Tx,
  storeId: string,
  { name, publicKey, stream }: Pick<EnrolRequest, 'name' | 'publicKey' | 'stream'>,
): Promise<string> {
  const registerId = await addRegister(context, tx, { storeId, name, publicKey });
  await addFirstStream(context, tx, { storeId, registerId, stream });
  return registerId;
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
    currency: await currencyOfStore(tx, storeId),
    epoch: row.epoch,
    serverTime: instantOf(clock.now()),
  });
}
