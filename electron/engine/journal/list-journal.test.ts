import { expect, test } from 'vitest';
import { ok } from '../../../shared/domain/result.ts';
import type { EntryBodies, EntryKind } from '../../../shared/journal/kinds.ts';
import { openBareBooks, type BareBooks } from '../../../tests/fixtures/bare-books.ts';
import { append } from './append.ts';
import { mostSearched, type EntryFilter } from './find-entries.ts';
import { listJournal } from './list-journal.ts';

async function add<Kind extends EntryKind>(
  { context }: BareBooks,
  kind: Kind,
  body: EntryBodies[Kind],
): Promise<void> {
  const added = await context.write((tx) => ok(append(context, tx, { kind, body, actor: 'system' })));
  if (!added.ok) throw new Error(added.failure.message);
}

const lister =
  ({ read }: BareBooks) =>
  (filter: Partial<EntryFilter> = {}) =>
    listJournal(read, { offset: 0, limit: 50, ...filter, currency: 'PHP' });

async function threeDays(): Promise<BareBooks> {
  const books = await openBareBooks();
  for (const day of ['01', '02', '03']) {
    books.setNow(`2026-03-${day}T02:00:00.000Z`);
    await add(books, 'category.created', {
      categoryId: `k${day}`,
      name: `Bread "${day}"`,
      colour: 'red',
      position: 0,
    });
    await add(books, 'shift.opened', { shiftId: `s${day}`, number: Number(day), floatMinor: 100 });
  }
  return books;
}

const seqs = (page: { items: { seq: number }[] }) => page.items.map((item) => item.seq);

test('entries come newest first, in pages, told in words', async () => {
  const list = lister(await threeDays());
  expect(seqs(list())).toEqual([6, 5, 4, 3, 2, 1]);
  expect(seqs(list({ offset: 2, limit: 3 }))).toEqual([4, 3, 2]);
  const [newest] = list().items;
  expect(newest).toMatchObject({
    kind: 'shift.opened',
    version: 2,
    businessDate: '2026-03-03',
    actor: 'Sukli',
    summary: 'Opened shift 3 with a float of PHP 1.00',
    body: { shiftId: 's03', number: 3, floatMinor: 100 },
  });
  expect(newest?.hash).toMatch(/^[0-9a-f]{64}$/);
  expect(list().kinds).toEqual(['category.created', 'shift.opened']);
});

test.each<[string, Partial<EntryFilter>, number[]]>([
  ['kind', { kind: 'shift.opened' }, [6, 4, 2]],
  ['a kind of which there is none', { kind: 'nothing' }, []],
  ['from', { from: '2026-03-02' }, [6, 5, 4, 3]],
  ['to', { to: '2026-03-01' }, [2, 1]],
  ['kind and dates', { kind: 'shift.opened', from: '2026-03-02', to: '2026-03-02' }, [4]],
  ['entry number', { search: '5' }, [5]],
  ['entry number with its sign', { search: ' #5 ' }, [5]],
  ['entry number of another kind', { search: '5', kind: 'shift.opened' }, []],
  ['text in any case', { search: 'bread' }, [5, 3, 1]],
  ['text with quotes', { search: 'Bread "02"' }, [3]],
  ['an id in a body', { search: 's02' }, [4]],
  ['text and kind', { search: 'k02', kind: 'category.created' }, [3]],
  ['a percent sign, which is no joker', { search: '%' }, []],
])('finds by %s', async (_, filter, expected) => {
  const page = lister(await threeDays())(filter);
  expect(seqs(page)).toEqual(expected);
  expect(page.total).toBe(expected.length);
});

test('finds an entry by its own id', async () => {
  const list = lister(await threeDays());
  const third = list().items[3];
  expect(seqs(list({ search: third?.opId.toUpperCase() ?? '' }))).toEqual([third?.seq]);
});

test('pages of a text search', async () => {
  const list = lister(await threeDays());
  expect(list({ search: 'bread', offset: 1, limit: 1 })).toMatchObject({ items: [{ seq: 3 }], total: 3 });
  expect(mostSearched).toBeGreaterThan(1000);
});

test('an entry whose body was damaged is still in the list', async () => {
  const books = await threeDays();
  books.exec(`DROP TRIGGER journal_no_update; UPDATE journal SET body = '{"half' WHERE seq = 4`);
  const page = lister(books)();
  expect(page.items[2]).toMatchObject({
    seq: 4,
    summary: 'An entry of kind shift.opened that cannot be read',
    body: '{"half',
  });
});
