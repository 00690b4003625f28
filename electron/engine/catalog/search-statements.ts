import { query, rawQuery, type Query } from '../db/query.ts';
import { sql } from 'kysely';
import { archivedKeys } from './search-key.ts';
import { sortColumns, type SortField } from './list-statements.ts';

export type SearchFilter = { archived: boolean; categoryRowId: number | null };
export type HitParameters = { expression: string; from: number; to: number; categoryRowId: number };

/** The range of keys and the category that a filter means, with the expression that is looked for. */
export function hitParameters(expression: string, filter: SearchFilter): HitParameters {
  const range = filter.archived
    ? { from: archivedKeys, to: 2 * archivedKeys }
    : { from: 0, to: archivedKeys };
  return { expression, ...range, categoryRowId: filter.categoryRowId ?? 0 };
}

const hits = `FROM product_search
  WHERE product_search MATCH @expression AND product_search.rowid >= @from AND product_search.rowid < @to`;
const productHits = `FROM product_search CROSS JOIN products ON products.row_id = product_search.rowid & 4294967295
  WHERE product_search MATCH @expression AND product_search.rowid >= @from AND product_search.rowid < @to`;
const categoryHits = `${productHits} AND products.category_row_id = @categoryRowId`;
const byKey = 'ORDER BY product_search.rowid LIMIT @limit';

type Limited = HitParameters & { limit: number };

/** Keys of hits in their order. Whole-catalogue searches never touch the products. */
export const hitKeys = rawQuery<Limited, { key: number }>(
  `SELECT product_search.rowid AS key ${hits} ${byKey}`,
);
export const hitKeysInCategory = rawQuery<Limited, { key: number }>(
  `SELECT product_search.rowid AS key ${categoryHits} ${byKey}`,
);
export const countHits = rawQuery<HitParameters, { total: number }>(`SELECT count(*) AS total ${hits}`);
export const countHitsInCategory = rawQuery<HitParameters, { total: number }>(
  `SELECT count(*) AS total ${categoryHits}`,
);

type Sorted = Limited & { offset: number };
const sorted = new Map<string, Query<Sorted, { row_id: number }>>();

/** Row ids of hits by a column of theirs. */
export function sortedHits(sort: SortField, descending: boolean, inCategory: boolean) {
  const key = `${sort} ${descending} ${inCategory}`;
  const known = sorted.get(key);
  if (known !== undefined) return known;
  const direction = descending ? 'DESC' : 'ASC';
  const statement = rawQuery<Sorted, { row_id: number }>(
    `SELECT products.row_id AS row_id ${inCategory ? categoryHits : productHits}
     ORDER BY products.${sortColumns[sort]} ${direction}, products.row_id ${direction} LIMIT @limit OFFSET @offset`,
  );
  sorted.set(key, statement);
  return statement;
}

type Prefix = { archived: number; categoryRowId: number; prefix: string; end: string; limit: number };

const namesFrom = (inCategory: boolean) =>
  query<Prefix>()((b, p) => {
    const names = b
      .selectFrom('products')
      .select('row_id')
      .where('archived', '=', p('archived'))
      .where('name_fold', '>=', p('prefix'))
      .where('name_fold', '<', p('end'))
      .orderBy(sql`length(name_fold)`)
      .orderBy('name_fold')
      .orderBy('row_id')
      .limit(p('limit'));
    return inCategory ? names.where('category_row_id', '=', p('categoryRowId')) : names;
  });
/** Names that begin so, shorter ones first: read from the index of names alone. */
export const namesWithPrefix = namesFrom(false);
export const namesWithPrefixInCategory = namesFrom(true);

/** What is searched of many products: reading them by one statement saves a lock for each. */
export const searchedTexts = rawQuery<
  { rowIds: string },
  { row_id: number; name_fold: string; sku: string | null; codes: string | null }
>(
  `SELECT products.row_id, products.name_fold, products.sku,
     (SELECT group_concat(code, ' ') FROM barcodes WHERE product_row_id = products.row_id) AS codes
   FROM json_each(@rowIds) AS wanted CROSS JOIN products ON products.row_id = wanted.value`,
);
export const namesOf = rawQuery<{ rowIds: string }, { name_fold: string }>(
  `SELECT products.name_fold
   FROM json_each(@rowIds) AS wanted CROSS JOIN products ON products.row_id = wanted.value`,
);
export const favouriteRows = query<{ archived: number; limit: number }>()((b, p) =>
  b
    .selectFrom('products')
    .select(['row_id', 'category_row_id'])
    .where('favourite_position', 'is not', null)
    .where('archived', '=', p('archived'))
    .orderBy('favourite_position')
    .orderBy('name_fold')
    .limit(p('limit')),
);
