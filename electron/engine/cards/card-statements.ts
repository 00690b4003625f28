import { query } from '../db/query.ts';

export const customerForCard = query<{ id: string }>()((b, p) =>
  b
    .selectFrom('customers')
    .select(['row_id', 'id', 'code', 'name', 'created_at', 'card_expires_at', 'cards_void_to'])
    .where('id', '=', p('id')),
);
export type CustomerForCard = NonNullable<(typeof customerForCard)['row']>;

export const setCardExpiry = query<{ rowId: number; expiresAt: number }>()((b, p) =>
  b
    .updateTable('customers')
    .set({ card_expires_at: p('expiresAt') })
    .where('row_id', '=', p('rowId')),
);

export const voidCards = query<{ rowId: number; qrCode: string; voidTo: number }>()((b, p) =>
  b
    .updateTable('customers')
    .set({ qr_code: p('qrCode'), cards_void_to: p('voidTo') })
    .where('row_id', '=', p('rowId')),
);
