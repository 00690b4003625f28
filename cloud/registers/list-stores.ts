import type { StoresAnswer } from '../../shared/sync/protocol.ts';
import type { CloudContext } from '../context.ts';
import type { Caller } from '../route.ts';

/** The organisation's stores with their registers, and whose each stream is. */
export async function listStores({ database }: CloudContext, caller: Caller): Promise<StoresAnswer> {
  const stores = await database
    .selectFrom('stores')
    .select(['id', 'code', 'name'])
    .where('organisation_id', '=', caller.organisationId)
    .orderBy('code')
    .execute();
  const storeIds = stores.map(({ id }) => id);
  const [registers, streams] = await Promise.all([
    database
      .selectFrom('registers')
      .selectAll()
      .where('store_id', 'in', storeIds)
      .orderBy('number')
      .execute(),
    database
      .selectFrom('streams')
      .select(['id', 'register_id'])
      .where('store_id', 'in', storeIds)
      .orderBy('created_at', 'desc')
      .execute(),
  ]);
  const streamsOf = Map.groupBy(streams, ({ register_id }) => register_id);
  const registersOf = Map.groupBy(registers, ({ store_id }) => store_id);
  return {
    stores: stores.map((store) => ({
      ...store,
      isOwn: store.id === caller.storeId,
      registers: (registersOf.get(store.id) ?? []).map((register) => ({
        id: register.id,
        code: register.code,
        name: register.name,
        enrolledAt: register.enrolled_at,
        lastSeenAt: register.last_seen_at,
        revokedAt: register.revoked_at,
        isOwn: register.id === caller.registerId,
        streams: (streamsOf.get(register.id) ?? []).map(({ id }) => id),
      })),
    })),
  };
}
