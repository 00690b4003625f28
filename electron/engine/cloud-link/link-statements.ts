import { query } from '../db/query.ts';

/** The cloud that this till belongs to; none before it joined one. */
export const linkRow = query()((b) => b.selectFrom('link').selectAll().where('only', '=', 1));
export type Link = NonNullable<(typeof linkRow)['row']>;
