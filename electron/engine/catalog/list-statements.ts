import { query, type Query } from '../db/query.ts';

export type SortField = 'name' | 'price' | 'onHand' | 'updatedAt';
export type ListShape = {
  archived: boolean;
  favourites: boolean;
  inCategory: boolean;
  sort: SortField;
  descending: boolean;
};
type Filter = { archived: number; categoryRowId: number };
type Page = Filter & { limit: number; offset: number };

export const sortColumns = {
  name: 'name_fold',
  price: 'price_minor',
  onHand: 'on_hand_milli',
  updatedAt: 'updated_at',
} as const;

const pages = new Map<string, Query<Page, { row_id: number }>>();
const counts = new Map<string, Query<Filter, { total: number }>>();

/** The row ids of a page; each shape is compiled once. The indexes hold all that this reads, so skipping is cheap. */
export function pageStatement(shape: ListShape): Query<Page, { row_id: number }> {
  const key = JSON.stringify(shape);
  const known = pages.get(key);
  if (known !== undefined) return known;
  const direction = shape.descending ? 'desc' : 'asc';
  const statement = query<Page>()((b, p) => {
    let rows = b.selectFrom('products').select('row_id').where('archived', '=', p('archived'));
    if (shape.inCategory) rows = rows.where('category_row_id', '=', p('categoryRowId'));
    if (shape.favourites) rows = rows.where('favourite_position', 'is not', null);
    if (shape.favourites && shape.sort === 'name') rows = rows.orderBy('favourite_position', direction);
    return rows
      .orderBy(sortColumns[shape.sort], direction)
      .orderBy('row_id', direction)
      .limit(p('limit'))
      .offset(p('offset'));
  });
  pages.set(key, statement);
  return statement;
}

export function countStatement(shape: Pick<ListShape, 'favourites' | 'inCategory'>) {
  const key = `${shape.favourites} ${shape.inCategory}`;
  const known = counts.get(key);
  if (known !== undefined) return known;
  const statement = query<Filter>()((b, p) => {
    let rows = b
      .selectFrom('products')
      .select((e) => e.fn.countAll<number>().as('total'))
      .where('archived', '=', p('archived'));
    if (shape.inCategory) rows = rows.where('category_row_id', '=', p('categoryRowId'));
    if (shape.favourites) rows = rows.where('favourite_position', 'is not', null);
    return rows;
  });
  counts.set(key, statement);
  return statement;
}
