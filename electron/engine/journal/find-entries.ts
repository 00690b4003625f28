import { sql } from 'kysely';
import { asciiDigits } from '../../../shared/domain/ascii-digits.ts';
import type { ReadableDatabase } from '../db/database.ts';
import { builder, compile } from '../db/query.ts';
import { entryBySeq, seqOfOpId, seqOfReceipt } from './list-statements.ts';

export type EntryFilter = {
  kind?: string | undefined;
  from?: string | undefined;
  to?: string | undefined;
  search?: string | undefined;
  offset: number;
  limit: number;
};
export type FoundEntries = { seqs: number[]; total: number };

/** A search in the text of bodies looks at so many of the newest entries that fit the other filters. */
export const mostSearched = 50_000;

/**
 * The numbers of the entries that fit, newest first. A search for a whole entry number, receipt number or entry id
 * finds that entry; any other, the text of the bodies.
 */
export function findEntries(db: ReadableDatabase, filter: EntryFilter): FoundEntries {
  const search = (filter.search ?? '').trim();
  if (search === '') return everyEntry(db, filter);
  const named = namedEntry(db, search);
  if (named !== undefined) {
    const seqs = entryFits(db, named, filter) ? [named] : [];
    return { seqs: filter.offset === 0 ? seqs : [], total: seqs.length };
  }
  return entriesWithText(db, filter, search);
}

function namedEntry(db: ReadableDatabase, search: string): number | undefined {
  const number = asciiDigits(search).replace(/^#/, '');
  if (/^[1-9]\d{0,14}$/.test(number)) {
    const seq = Number(number);
    if (db.first(entryBySeq, { seq }) !== undefined) return seq;
  }
  const sale = db.first(seqOfReceipt, { receiptNumber: search.toUpperCase() });
  return sale?.journal_seq ?? db.first(seqOfOpId, { opId: search.toLowerCase() })?.seq;
}

function entryFits(db: ReadableDatabase, seq: number, { kind, from, to }: EntryFilter): boolean {
  const entry = db.first(entryBySeq, { seq });
  if (entry === undefined) return false;
  if (kind !== undefined && entry.kind !== kind) return false;
  return (
    (from === undefined || entry.business_date >= from) && (to === undefined || entry.business_date <= to)
  );
}

function filtered({ kind, from, to }: EntryFilter) {
  let entries = builder.selectFrom('journal');
  if (kind !== undefined) entries = entries.where('kind', '=', kind);
  if (from !== undefined) entries = entries.where('business_date', '>=', from);
  if (to !== undefined) entries = entries.where('business_date', '<=', to);
  return entries;
}

/** Without a filter the table is in order already; by date its index finds, and what it finds is sorted. */
function newestFirst(filter: EntryFilter) {
  const byDate = filter.from !== undefined || filter.to !== undefined;
  return filtered(filter)
    .select('seq')
    .orderBy(byDate ? sql`+seq` : 'seq', 'desc');
}

function everyEntry(db: ReadableDatabase, filter: EntryFilter): FoundEntries {
  const page = newestFirst(filter).limit(filter.limit).offset(filter.offset);
  const count = filtered(filter).select((e) => e.fn.countAll<number>().as('count'));
  return {
    seqs: db.all(compile(page)).map((row) => row.seq),
    total: db.first(compile(count))?.count ?? 0,
  };
}

function entriesWithText(db: ReadableDatabase, filter: EntryFilter, search: string): FoundEntries {
  const looked = newestFirst(filter).limit(mostSearched).as('looked');
  const withText = builder
    .selectFrom(looked)
    .innerJoin('journal', 'journal.seq', 'looked.seq')
    .select('journal.seq')
    .where(sql<number>`instr(lower(journal.body), lower(${inJson(search)}))`, '>', 0)
    .orderBy('looked.seq', 'desc');
  const seqs = db.all(compile(withText)).map((row) => row.seq);
  return { seqs: seqs.slice(filter.offset, filter.offset + filter.limit), total: seqs.length };
}

/** The text as a canonical body writes it: quotes and backslashes escaped. */
function inJson(text: string): string {
  return JSON.stringify(text).slice(1, -1);
}
