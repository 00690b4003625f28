import { query, rawQuery } from '../db/query.ts';
import { survivingRow } from '../surviving-row.ts';

export const customerForCard = query<{ id: string }>()((b, p) =>
  b
    .selectFrom('customers')
    .select(['row_id', 'id', 'code', 'name', 'created_at', 'card_expires_at', 'cards_void_to'])
    .where('row_id', '=', survivingRow(p('id'))),
);
export type CustomerForCard = NonNullable<(typeof customerForCard)['row']>;

/** Whatever the order in which tills' cards are heard of, the newest counts. */
export const raiseCardExpiry = rawQuery<{ rowId: number; expiresAt: number }, never>(
  'UPDATE customers SET card_expires_at = max(card_expires_at, @expiresAt) WHERE row_id = @rowId',
);
export const raiseVoid = rawQuery<{ rowId: number; voidTo: number }, never>(
  'UPDATE customers SET cards_void_to = max(cards_void_to, @voidTo) WHERE row_id = @rowId',
);
export const setQrCode = query<{ rowId: number; qrCode: string }>()((b, p) =>
  b
    .updateTable('customers')
    .set({ qr_code: p('qrCode') })
    .where('row_id', '=', p('rowId')),
);

export const cardKeyOfShop = query<{ kid: string }>()((b, p) =>
  b.selectFrom('card_keys').select('public_text').where('kid', '=', p('kid')),
);
