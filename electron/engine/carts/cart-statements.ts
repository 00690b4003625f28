import { query } from '../db/query.ts';

const columns = [
  'carts.row_id',
  'carts.id',
  'carts.state',
  'carts.name',
  'carts.screen',
  'carts.item_count',
  'carts.total_minor',
  'carts.created_at',
  'carts.updated_at',
  'accounts.id as owner_id',
  'accounts.display_name as owner',
] as const;

export const everyCart = query()((b) =>
  b
    .selectFrom('carts')
    .innerJoin('accounts', 'accounts.row_id', 'carts.account_row_id')
    .select(columns)
    .orderBy('carts.updated_at', 'desc')
    .orderBy('carts.row_id', 'desc'),
);

export const cartById = query<{ id: string }>()((b, p) =>
  b
    .selectFrom('carts')
    .innerJoin('accounts', 'accounts.row_id', 'carts.account_row_id')
    .select(columns)
    .select(['carts.draft', 'carts.lines'])
    .where('carts.id', '=', p('id')),
);
export type CartRow = NonNullable<(typeof everyCart)['row']>;

export const insertCart = query<{
  id: string;
  state: 'in-hand' | 'parked';
  name: string;
  accountRowId: number;
  screen: string;
  lines: string;
  draft: string;
  itemCount: number;
  totalMinor: number;
  at: string;
}>()((b, p) =>
  b.insertInto('carts').values({
    id: p('id'),
    state: p('state'),
    name: p('name'),
    account_row_id: p('accountRowId'),
    screen: p('screen'),
    lines: p('lines'),
    draft: p('draft'),
    item_count: p('itemCount'),
    total_minor: p('totalMinor'),
    created_at: p('at'),
    updated_at: p('at'),
  }),
);

export const updateCart = query<{
  rowId: number;
  state: 'in-hand' | 'parked';
  name: string;
  screen: string;
  lines: string;
  draft: string;
  itemCount: number;
  totalMinor: number;
  at: string;
}>()((b, p) =>
  b
    .updateTable('carts')
    .set({
      state: p('state'),
      name: p('name'),
      screen: p('screen'),
      lines: p('lines'),
      draft: p('draft'),
      item_count: p('itemCount'),
      total_minor: p('totalMinor'),
      updated_at: p('at'),
    })
    .where('row_id', '=', p('rowId')),
);

export const takeCartRow = query<{ rowId: number; screen: string; accountRowId: number; at: string }>()(
  (b, p) =>
    b
      .updateTable('carts')
      .set({
        state: 'in-hand',
        screen: p('screen'),
        account_row_id: p('accountRowId'),
        updated_at: p('at'),
      })
      .where('row_id', '=', p('rowId')),
);

export const deleteCart = query<{ rowId: number }>()((b, p) =>
  b.deleteFrom('carts').where('row_id', '=', p('rowId')),
);

export const orderOfCart = query<{ id: string }>()((b, p) =>
  b.selectFrom('orders').select('row_id').where('id', '=', p('id')),
);

export const openShiftOfCart = query()((b) =>
  b.selectFrom('shifts').select(['row_id', 'id']).where('state', '=', 'open'),
);

export const openRemovals = query<{ cartId: string }>()((b, p) =>
  b
    .selectFrom('removed_lines')
    .select(['row_id', 'id', 'line_id', 'kind', 'quantity_milli'])
    .where('cart_id', '=', p('cartId'))
    .where('restored_at', 'is', null)
    .orderBy('row_id'),
);

export const insertRemoval = query<{
  id: string;
  cartId: string;
  lineId: string;
  kind: 'removed' | 'lowered';
  shiftRowId: number | null;
  accountRowId: number;
  productId: string | null;
  name: string;
  quantityMilli: number;
  amountMinor: number;
  at: string;
  journalSeq: number;
}>()((b, p) =>
  b.insertInto('removed_lines').values({
    id: p('id'),
    cart_id: p('cartId'),
    line_id: p('lineId'),
    kind: p('kind'),
    shift_row_id: p('shiftRowId'),
    account_row_id: p('accountRowId'),
    product_row_id: b.selectFrom('products').select('row_id').where('id', '=', p('productId')),
    name: p('name'),
    quantity_milli: p('quantityMilli'),
    amount_minor: p('amountMinor'),
    at: p('at'),
    journal_seq: p('journalSeq'),
  }),
);

export const restoreRemoval = query<{ rowId: number; at: string }>()((b, p) =>
  b
    .updateTable('removed_lines')
    .set({ restored_at: p('at') })
    .where('row_id', '=', p('rowId')),
);
