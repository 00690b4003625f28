import { query } from '../db/query.ts';

export const categoryById = query<{ id: string }>()((b, p) =>
  b.selectFrom('categories').selectAll().where('id', '=', p('id')),
);
export const categoryByName = query<{ nameFold: string }>()((b, p) =>
  b.selectFrom('categories').selectAll().where('name_fold', '=', p('nameFold')),
);
export const lastCategoryPosition = query()((b) =>
  b.selectFrom('categories').select((e) => e.fn.max('position').as('position')),
);
export const insertCategory = query<{
  id: string;
  name: string;
  nameFold: string;
  colour: string;
  position: number;
}>()((b, p) =>
  b.insertInto('categories').values({
    id: p('id'),
    name: p('name'),
    name_fold: p('nameFold'),
    colour: p('colour'),
    position: p('position'),
  }),
);
export const updateCategory = query<{ rowId: number; name: string; colour: string; position: number }>()(
  (b, p) =>
    b
      .updateTable('categories')
      .set({ name: p('name'), colour: p('colour'), position: p('position') })
      .where('row_id', '=', p('rowId')),
);
export const setNameFold = query<{ id: string; nameFold: string }>()((b, p) =>
  b
    .updateTable('categories')
    .set({ name_fold: p('nameFold') })
    .where('id', '=', p('id')),
);
