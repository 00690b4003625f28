import type { CloudContext } from '../context.ts';
import { createOrganisation } from '../registers/create-store.ts';
import { makeCode } from '../registers/enrolment-code.ts';
import { unnamedShop } from '../registers/name-shop.ts';

/**
 * A code for the very first till, and a shop for it where there is none; null once there is a till. Of copies that start
 * at once only one makes the shop: they go one after another over the row of the first migration.
 */
export function firstCode(context: CloudContext): Promise<string | null> {
  return context.tx(async (tx) => {
    await tx.selectFrom('migrations').select('name').orderBy('name').limit(1).forUpdate().execute();
    const till = await tx.selectFrom('registers').select('id').limit(1).executeTakeFirst();
    if (till !== undefined) return null;
    const store = await tx.selectFrom('stores').select('id').limit(1).executeTakeFirst();
    const storeId = store?.id ?? (await createOrganisation(context, tx, unnamedShop));
    const { code } = await makeCode(context, tx, { storeId, registerName: '' });
    return code;
  });
}
