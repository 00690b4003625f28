import type { z } from 'zod';
import { fail, ok, type Result } from '../../shared/domain/result.ts';
import { cloudFailure, type CloudFailure } from '../../shared/sync/cloud-failures.ts';
import type { codeRequest } from '../../shared/sync/protocol.ts';
import type { CloudContext } from '../context.ts';
import type { Tx } from '../db/tx.ts';
import type { Caller } from '../route.ts';
import { createStore } from './create-store.ts';
import { makeCode, type MadeCode } from './enrolment-code.ts';

type CodeRequest = z.output<typeof codeRequest>;

/** A code for one more till, asked for by a till of the organisation: of its own store, of another, or of a new one. */
export function makeRegisterCode(
  context: CloudContext,
  caller: Caller,
  { registerName, store }: CodeRequest,
): Promise<Result<MadeCode, CloudFailure>> {
  return context.tx(async (tx) => {
    const storeId = await storeOf(context, tx, caller, store);
    if (storeId === null) return fail(cloudFailure('store-unknown'));
    return ok(await makeCode(context, tx, { storeId, registerName }));
  });
}

async function storeOf(
  context: CloudContext,
  tx: Tx,
  { storeId, organisationId }: Caller,
  asked: CodeRequest['store'],
): Promise<string | null> {
  if (asked === undefined) return storeId;
  // One after another: a new store that is asked for twice is one.
  await tx.selectFrom('organisations').select('id').where('id', '=', organisationId).forUpdate().execute();
  const found = await tx
    .selectFrom('stores')
    .select('id')
    .where('organisation_id', '=', organisationId)
    .where((eb) => ('id' in asked ? eb('id', '=', asked.id) : eb('name', '=', asked.name)))
    .executeTakeFirst();
  if (found !== undefined) return found.id;
  return 'id' in asked ? null : createStore(context, tx, organisationId, asked.name);
}
