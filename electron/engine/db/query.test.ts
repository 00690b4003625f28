import { expect, test } from 'vitest';
import { query, rawQuery } from './query.ts';

test('parameters are written so that a statement is planned once, however it is built', () => {
  const built = query<{ id: string }>()((b, p) =>
    b.selectFrom('orders').select('row_id').where('id', '=', p('id')),
  );
  expect(built.sql).toBe('select "row_id" from "orders" where "id" = +@id');
  const raw = rawQuery<{ from: number; to: number }, never>('SELECT 1 WHERE x BETWEEN @from AND @to - @from');
  expect(raw.sql).toBe('SELECT 1 WHERE x BETWEEN +@from AND +@to - +@from');
});

test('what only looks like a parameter stays', () => {
  expect(rawQuery("SELECT 'a@b.test'").sql).toBe("SELECT 'a@b.test'");
});
