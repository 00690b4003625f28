import type { ReadableDatabase } from './db/database.ts';
import { listJournal, verifyBooks } from './journal/index.ts';
import { listOrders } from './orders/index.ts';
import { dayReport } from './reports/index.ts';
import { listReviews } from './reviews/index.ts';

/** Every long read that may run on the reader thread, by name. Parameters and answers must survive structured clone. */
export const readerQueries = {
  verifyBooks,
  listOrders,
  listJournal,
  dayReport,
  listReviews,
} satisfies Record<string, (db: ReadableDatabase, parameters: never) => unknown>;

export type ReaderQueries = typeof readerQueries;
