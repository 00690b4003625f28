import type { EntryBodies } from '../../../../shared/journal/kinds.ts';
import { linkRow } from '../../cloud-link/index.ts';
import { query } from '../../db/query.ts';
import type { Apply } from './types.ts';

const putRegister = query<{ id: string; code: string; name: string }>()((b, p) =>
  b
    .insertInto('registers')
    .values({ id: p('id'), code: p('code'), name: p('name'), revoked_at: null })
    .onConflict((c) => c.column('id').doNothing()),
);
const putStream = query<{ stream: string; registerId: string }>()((b, p) =>
  b
    .insertInto('streams')
    .values({ stream: p('stream'), register_id: p('registerId') })
    .onConflict((c) => c.column('stream').doNothing()),
);
const putCardKey = query<{ kid: string; publicText: string; registerCode: string }>()((b, p) =>
  b
    .insertInto('card_keys')
    .values({ kid: p('kid'), public_text: p('publicText'), register_code: p('registerCode') })
    .onConflict((c) => c.column('kid').doNothing()),
);

/**
 * Another till of the shop: who it is, and the key by which its customers' cards are known here. Not what a till tells of
 * another shop, in which it was before.
 */
export const registerJoined: Apply = (_context, tx, { body, stream }) => {
  const link = tx.first(linkRow);
  const {
    storeId,
    registerId: id,
    registerCode,
    name,
    cardKid,
    cardPublicKey,
  } = body as EntryBodies['register.joined'];
  if (link !== undefined && link.store_id !== storeId) return 'no-effect';
  tx.run(putRegister, { id, code: registerCode, name });
  tx.run(putStream, { stream, registerId: id });
  tx.run(putCardKey, { kid: cardKid, publicText: cardPublicKey, registerCode });
  return 'applied';
};
