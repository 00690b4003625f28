import { performance } from 'node:perf_hooks';
import pg from 'pg';

/*
 * The floor of a push, as a process of its own: the very rows that the cloud has stored since it was last asked, written
 * again by bare multi-row inserts into a table of the same shape, each a transaction.
 */
const together = 200;

type Row = Record<string, string | boolean | null>;

const client = new pg.Client({ connectionString: process.argv[2] });
await client.connect();
await client.query('create table floor (like entries including all)');
let done = '0';

process.on('message', () => void insertNew().then((inserted) => process.send?.(inserted)));
process.on('disconnect', () => void client.end());

async function insertNew(): Promise<{ rows: number; seconds: number }> {
  const { rows } = await client.query<Row>('select * from entries where position > $1 order by position', [
    done,
  ]);
  const columns = Object.keys(rows[0] ?? {});
  const batches: unknown[][] = [];
  for (let from = 0; from < rows.length; from += together) {
    batches.push(rows.slice(from, from + together).flatMap((row) => columns.map((column) => row[column])));
  }
  done = String(rows.at(-1)?.['position'] ?? done);
  const statements = new Map(
    batches.map(({ length }) => [length, insertOf(columns, length / columns.length)] as const),
  );
  const started = performance.now();
  for (const values of batches) {
    await client.query({
      name: `insert-${values.length}`,
      text: statements.get(values.length) ?? '',
      values,
    });
  }
  return { rows: rows.length, seconds: (performance.now() - started) / 1000 };
}

function insertOf(columns: readonly string[], count: number): string {
  const rows = Array.from(
    { length: count },
    (_, row) => `(${columns.map((_column, at) => `$${row * columns.length + at + 1}`).join(', ')})`,
  );
  return `insert into floor (${columns.join(', ')}) values ${rows.join(', ')}`;
}
