import type { Database } from 'better-sqlite3';
import { isOfTheShop } from '../../settings/index.ts';

type Stored = { section: string; value: string; updated_at: string };
type Values = Record<string, unknown>;

/** Takes out of the settings what concerns one register alone; the shop's stay. */
export function dropRegisterSettings(books: Database): void {
  for (const stored of sectionsOf(books, 'main'))
    putSection(
      books,
      stored,
      keysOf(stored, (key) => isOfTheShop(stored.section, key)),
    );
}

/**
 * Brings this till's own settings from its former books (`own`) into the shop's: those of the register, and those of the
 * shop that were changed here later than there. For before the stamps of both are put together.
 */
export function bringOwnSettings(books: Database): void {
  const shops = new Map(sectionsOf(books, 'main').map((stored) => [stored.section, keysOf(stored)]));
  const changedHere = laterHere(books);
  for (const own of sectionsOf(books, 'own')) {
    const { section } = own;
    const kept = keysOf(own, (key) => !isOfTheShop(section, key) || changedHere.has(`${section}.${key}`));
    putSection(books, own, { ...shops.get(section), ...kept });
  }
}

function sectionsOf(books: Database, schema: 'main' | 'own'): Stored[] {
  return books.prepare(`SELECT section, value, updated_at FROM ${schema}.settings`).all() as Stored[];
}

function keysOf({ value }: Stored, isWanted: (key: string) => boolean = () => true): Values {
  const values = JSON.parse(value) as Values;
  return Object.fromEntries(Object.entries(values).filter(([key]) => isWanted(key)));
}

/** Keys that are not named are as they are by default. */
function putSection(books: Database, { section, updated_at: at }: Stored, values: Values): void {
  books
    .prepare('INSERT OR REPLACE INTO main.settings (section, value, updated_at) VALUES (?, ?, ?)')
    .run(section, JSON.stringify(values), at);
}

function laterHere(books: Database): ReadonlySet<string> {
  const rows = books
    .prepare(
      `SELECT o.field FROM own.field_stamps o LEFT JOIN main.field_stamps m USING (entity, id, field)
       WHERE o.entity = 'settings' AND o.stamp > coalesce(m.stamp, '')`,
    )
    .all() as { field: string }[];
  return new Set(rows.map(({ field }) => field));
}
