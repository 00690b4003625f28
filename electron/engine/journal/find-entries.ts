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

type Found = { seq: number; at: string };
/** One's own entries, whose newest has the highest number, or those of other tills, whose last to arrive has the lowest. */
type Whose = 'own' | 'others';

function filtered({ kind, from, to }: EntryFilter, whose: Whose) {
  let entries = builder.selectFrom('journal').where('seq', whose === 'own' ? '>' : '<', 0);
  if (kind !== undefined) entries = entries.where('kind', '=', kind);
  if (from !== undefined) entries = entries.where('business_date', '>=', from);
  if (to !== undefined) entries = entries.where('business_date', '<=', to);
  return entries;
}

/** Without a filter the table is in order already; by date its index finds, and what it finds is sorted. */
function newestFirst(filter: EntryFilter, whose: Whose) {
  const byDate = filter.from !== undefined || filter.to !== undefined;
  return filtered(filter, whose)
    .select(['seq', 'at'])
    .orderBy(byDate ? sql`+seq` : 'seq', whose === 'own' ? 'desc' : 'asc');
}

function everyEntry(db: ReadableDatabase, filter: EntryFilter): FoundEntries {
  const { offset, limit } = filter;
  const count = (whose: Whose) =>
    db.first(compile(filtered(filter, whose).select((e) => e.fn.countAll<number>().as('count'))))?.count ?? 0;
  const [own, others] = [count('own'), count('others')];
  const total = own + others;
  const page = (whose: Whose, skip: number, most: number) =>
    db.all(compile(newestFirst(filter, whose).limit(most).offset(skip)));
  if (others === 0) return { seqs: page('own', offset, limit).map(({ seq }) => seq), total };
  const merged = mergeByTime(page('own', 0, offset + limit), page('others', 0, offset + limit));
  return { seqs: merged.slice(offset, offset + limit), total };
}

/** Both in one list, the later first, each in its own order. */
function mergeByTime(own: readonly Found[], others: readonly Found[]): number[] {
  const merged: number[] = [];
  let next = 0;
  for (const { seq, at } of own) {
    for (let other = others[next]; other !== undefined && other.at > at; other = others[next]) {
      merged.push(other.seq);
      next += 1;
    }
    merged.push(seq);
  }
  return [...merged, ...others.slice(next).map(({ seq }) => seq)];
}

function entriesWithText(db: ReadableDatabase, filter: EntryFilter, search: string): FoundEntries {
  const find = (whose: Whose) => {
    const looked = newestFirst(filter, whose).limit(mostSearched).as('looked');
    const withText = builder
      .selectFrom(looked)
      .innerJoin('journal', 'journal.seq', 'looked.seq')
      .select(['journal.seq', 'journal.at'])
      .where(sql<number>`instr(lower(journal.body), lower(${inJson(search)}))`, '>', 0)
      .orderBy('looked.seq', whose === 'own' ? 'desc' : 'asc');
    return db.all(compile(withText));
  };
  const seqs = mergeByTime(find('own'), find('others'));
  return { seqs: seqs.slice(filter.offset, filter.offset + filter.limit), total: seqs.length };
}

/** The text as a canonical body writes it: quotes and backslashes escaped. */
function inJson(text: string): string {
  return JSON.stringify(text).slice(1, -1);
}
