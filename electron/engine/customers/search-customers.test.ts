import { expect, test } from 'vitest';
import { ok } from '../../../shared/domain/result.ts';
import { openBareBooks, type BareBooks } from '../../../tests/fixtures/bare-books.ts';
import { writeCustomer } from './create-customer.ts';
import { listCustomers } from './list-customers.ts';
import type { CustomerSort } from './search-statements.ts';

type Person = { name: string; phone?: string; email?: string };

async function fill({ context }: BareBooks, people: readonly Person[]): Promise<void> {
  const filled = await context.write((tx) => {
    for (const { name, phone = '', email = '' } of people) {
      const made = writeCustomer(
        context,
        tx,
        { name, phone, email, address: '', birthday: null, notes: '', tierId: null },
        'system',
      );
      if (!made.ok) return made;
    }
    return ok(undefined);
  });
  if (!filled.ok) throw new Error(filled.failure.message);
}

const searcher =
  ({ read }: BareBooks) =>
  (search: string, sort: CustomerSort = 'name', offset = 0, limit = 50) =>
    listCustomers(read, { search, sort, offset, limit, country: 'PH' });

const people: Person[] = [
  { name: 'María Niña Peñaflor', phone: '0917 123 4567', email: 'maria@example.com' },
  { name: 'Adriana Ma', phone: '(02) 8123 4567' },
  { name: 'Ana Dela Cruz', phone: '+63 918 765 4321', email: 'ana.dc@mail.test' },
  { name: "Séamus O'Brien-Smith", phone: '+353 1 234 5678' },
  { name: '李明', email: 'li.ming@example.com' },
  { name: '김민수' },
  { name: 'Николай Чехов' },
  { name: 'محمد علي' },
  { name: 'สมชาย ใจดี' },
  { name: 'Weird ^^x "quotes" AND (OR) NEAR*' },
];

test.each([
  ['part of a word', 'flor', ['María Niña Peñaflor']],
  ['without accents', 'penaflor nina', ['María Niña Peñaflor']],
  ['with accents and capitals', 'MARÍA', ['María Niña Peñaflor']],
  ['words in any order', 'cruz ana', ['Ana Dela Cruz']],
  ['two letters begin a word', 'ma', ['María Niña Peñaflor', 'Adriana Ma']],
  ['one letter begins a word', 'd', ['Ana Dela Cruz']],
  ['a word after an apostrophe', 'br', ["Séamus O'Brien-Smith"]],
  ['punctuation', "o'brien", ["Séamus O'Brien-Smith"]],
  ['one Han character inside', '明', ['李明']],
  ['a whole Han name', '李明', ['李明']],
  ['the end of a Hangul name', '민수', ['김민수']],
  ['Cyrillic', 'чехов', ['Николай Чехов']],
  ['Arabic', 'علي', ['محمد علي']],
  ['part of a Thai word', 'ชาย', ['สมชาย ใจดี']],
  ['the phone as stored', '0917 123 4567', ['María Niña Peñaflor']],
  ['the phone with its country', '+63-917-1234567', ['María Niña Peñaflor']],
  ['the phone without its zero', '9171234567', ['María Niña Peñaflor']],
  ['the beginning of a phone as at home', '0918 76', ['Ana Dela Cruz']],
  ['the beginning of a foreign phone', '+353 1', ["Séamus O'Brien-Smith"]],
  ['the last digits of a phone', '4321', ['Ana Dela Cruz']],
  ['a landline', '02 8123 4567', ['Adriana Ma']],
  ['the e-mail in capitals', 'ANA.DC@MAIL.TEST', ['Ana Dela Cruz']],
  ['part of an e-mail', 'li.ming@', ['李明']],
  ['the code', 'cust-00003', ['Ana Dela Cruz']],
  ['the number of the code', '3', ['Ana Dela Cruz']],
  ['the number of the code with zeros', '00005', ['李明']],
  ['a letter missing', 'penaflr', ['María Niña Peñaflor']],
  ['a letter too many', 'seaamus', ["Séamus O'Brien-Smith"]],
  ['two letters swapped in the middle', 'adraina', ['Adriana Ma']],
  ['a wrong letter, and a right word', 'maris penaflor', ['María Niña Peñaflor']],
  [
    'what the index could take for its own language',
    '"quotes" AND (OR) NEAR*',
    ['Weird ^^x "quotes" AND (OR) NEAR*'],
  ],
  ['nobody', 'zzzz', []],
  ['a word and nobody', 'maria zzzz', []],
  ['only marks', '^^', []],
])('finds by %s', async (_, search, names) => {
  const books = await openBareBooks();
  await fill(books, people);
  const { items, total } = searcher(books)(search);
  expect(items.map((item) => item.name)).toEqual(names);
  expect(total).toBe(names.length);
});

test('orders by where the first word is found, then by name; pages do not overlap', async () => {
  const books = await openBareBooks();
  await fill(books, [
    { name: 'Juliana Uy' },
    { name: 'Bea Ana' },
    { name: 'Ana Zapata' },
    { name: 'Ana Abad' },
  ]);
  const search = searcher(books);
  const names = (page: { items: { name: string }[] }) => page.items.map((item) => item.name);
  const all = ['Ana Abad', 'Ana Zapata', 'Bea Ana', 'Juliana Uy'];
  expect(names(search('ana'))).toEqual(all);
  expect([...names(search('ana', 'name', 0, 3)), ...names(search('ana', 'name', 3, 3))]).toEqual(all);
  expect(names(search('', '-name'))).toEqual(['Juliana Uy', 'Bea Ana', 'Ana Zapata', 'Ana Abad']);
  expect(search('ana', 'name', 9, 3)).toMatchObject({ items: [], total: 4, offset: 9 });
});

test('codes of six digits come after those of five', async () => {
  const books = await openBareBooks();
  await fill(books, [{ name: 'First' }]);
  books.exec("UPDATE series SET last_number = 99998 WHERE name = 'customer'");
  await fill(books, [{ name: 'Nine' }, { name: 'Hundred' }]);
  const codes = (search: string) => searcher(books)(search, 'code').items.map((item) => item.code);
  expect(codes('')).toEqual(['CUST-00001', 'CUST-99999', 'CUST-100000']);
  expect(codes('cust')).toEqual(['CUST-00001', 'CUST-99999', 'CUST-100000']);
});

test('a search that finds thousands keeps order, count and pages', async () => {
  const books = await openBareBooks();
  const many = Array.from({ length: 2500 }, (_, at) => ({ name: `Santos ${String(at).padStart(4, '0')}` }));
  await fill(books, [...many.toReversed(), { name: 'Aquino' }]);
  const search = searcher(books);
  for (const text of ['santos', 'sa']) {
    const page = search(text, 'name', 1200, 3);
    expect(page.items.map((item) => item.name)).toEqual(['Santos 1200', 'Santos 1201', 'Santos 1202']);
    expect(page.total).toBe(2500);
  }
  expect(search('', 'name', 0, 1).total).toBe(2501);
});
