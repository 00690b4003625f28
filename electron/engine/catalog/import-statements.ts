import { query } from '../db/query.ts';
import type { ProductImportsTable } from '../db/schema.ts';

export const insertImport = query<{
  id: string;
  fileName: string;
  accountRowId: number | null;
  at: string;
}>()((b, p) =>
  b.insertInto('product_imports').values({
    id: p('id'),
    file_name: p('fileName'),
    state: 'checking',
    account_row_id: p('accountRowId'),
    started_at: p('at'),
  }),
);
export const importById = query<{ id: string }>()((b, p) =>
  b.selectFrom('product_imports').selectAll().where('id', '=', p('id')),
);
export const importByRowId = query<{ rowId: number }>()((b, p) =>
  b.selectFrom('product_imports').selectAll().where('row_id', '=', p('rowId')),
);
export const latestImports = query()((b) =>
  b.selectFrom('product_imports').selectAll().orderBy('row_id', 'desc').limit(20),
);
export const unfinishedImports = query()((b) =>
  b
    .selectFrom('product_imports')
    .select(['row_id', 'state'])
    .where('state', 'in', ['checking', 'ready', 'applying'])
    .orderBy('row_id'),
);
export const importActor = query<{ rowId: number }>()((b, p) =>
  b
    .selectFrom('product_imports')
    .innerJoin('accounts', 'accounts.row_id', 'product_imports.account_row_id')
    .select(['accounts.id', 'accounts.row_id'])
    .where('product_imports.row_id', '=', p('rowId')),
);

export type ImportResult = {
  rowId: number;
  state: ProductImportsTable['state'];
  rowsTotal: number;
  rowsChecked: number;
  toCreate: number;
  toUpdate: number;
  unchanged: number;
  problemCount: number;
  problems: string;
  warnings: string;
  finishedAt: string | null;
};
export const storeCheck = query<ImportResult>()((b, p) =>
  b
    .updateTable('product_imports')
    .set({
      state: p('state'),
      rows_total: p('rowsTotal'),
      rows_checked: p('rowsChecked'),
      to_create: p('toCreate'),
      to_update: p('toUpdate'),
      unchanged: p('unchanged'),
      problem_count: p('problemCount'),
      problems: p('problems'),
      warnings: p('warnings'),
      finished_at: p('finishedAt'),
    })
    .where('row_id', '=', p('rowId')),
);
export const cancelImport = query<{ rowId: number; at: string }>()((b, p) =>
  b
    .updateTable('product_imports')
    .set({ state: 'cancelled', finished_at: p('at') })
    .where('row_id', '=', p('rowId')),
);
export const beginApplying = query<{ rowId: number; accountRowId: number | null }>()((b, p) =>
  b
    .updateTable('product_imports')
    .set((e) => ({ state: 'applying', account_row_id: p('accountRowId'), rows_applied: e.ref('unchanged') }))
    .where('row_id', '=', p('rowId')),
);
export const storeApplied = query<{
  rowId: number;
  rows: number;
  problemCount: number;
  problems: string;
}>()((b, p) =>
  b
    .updateTable('product_imports')
    .set((e) => ({
      rows_applied: e('rows_applied', '+', p('rows')),
      problem_count: p('problemCount'),
      problems: p('problems'),
    }))
    .where('row_id', '=', p('rowId')),
);
export const finishApplying = query<{ rowId: number; at: string }>()((b, p) =>
  b
    .updateTable('product_imports')
    .set({ state: 'done', finished_at: p('at') })
    .where('row_id', '=', p('rowId')),
);

export const insertChunk = query<{ importRowId: number; chunk: number; rowCount: number; rows: string }>()(
  (b, p) =>
    b.insertInto('product_import_chunks').values({
      import_row_id: p('importRowId'),
      chunk: p('chunk'),
      row_count: p('rowCount'),
      rows: p('rows'),
    }),
);
export const nextChunk = query<{ importRowId: number }>()((b, p) =>
  b
    .selectFrom('product_import_chunks')
    .select(['chunk', 'row_count', 'rows'])
    .where('import_row_id', '=', p('importRowId'))
    .orderBy('chunk')
    .limit(1),
);
export const deleteChunk = query<{ importRowId: number; chunk: number }>()((b, p) =>
  b
    .deleteFrom('product_import_chunks')
    .where('import_row_id', '=', p('importRowId'))
    .where('chunk', '=', p('chunk')),
);
export const deleteChunks = query<{ importRowId: number }>()((b, p) =>
  b.deleteFrom('product_import_chunks').where('import_row_id', '=', p('importRowId')),
);
