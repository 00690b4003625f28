import { CompiledQuery } from 'kysely';
import { arrayText } from '../db/array-text.ts';
import type { EntryState } from '../db/schema.ts';
import type { Tx } from '../db/tx.ts';
import type { ProvedEntry } from './prove-entries.ts';

export type StoredEntry = ProvedEntry & { position: number; state: EntryState };

/** Columns that come as one array each, with their types. Bodies come one by one: an array would escape them again. */
const arrays = [
  ['seq', 'bigint'],
  ['position', 'bigint'],
  ['op_id', 'uuid'],
  ['writer', 'uuid'],
  ['kind', 'text'],
  ['v', 'bigint'],
  ['at', 'text'],
  ['business_date', 'text'],
  ['actor', 'text'],
  ['hash', 'text'],
  ['salt', 'text'],
  ['part', 'text'],
  ['size', 'bigint'],
  ['total_minor', 'bigint'],
  ['state', 'text'],
] as const;

const statements = new Map<number, string>();

/** Writes all entries of a push with one statement. */
export async function insertEntries(
  tx: Tx,
  of: { storeId: string; stream: string; receivedAt: string; mark: number },
  entries: readonly StoredEntry[],
): Promise<void> {
  const columns = [
    entries.map(({ seq }) => seq),
    entries.map(({ position }) => position),
    entries.map(({ opId }) => opId),
    entries.map(({ writer }) => writer),
    entries.map(({ kind }) => kind),
    entries.map(({ v }) => v),
    entries.map(({ at }) => at),
    entries.map(({ businessDate }) => businessDate),
    entries.map(({ actor }) => actor),
    entries.map(({ hash }) => hash),
    entries.map(({ personal }) => personal?.salt ?? null),
    entries.map(({ personal }) => personal?.part ?? null),
    entries.map(sizeOf),
    entries.map(totalOf),
    entries.map(({ state }) => state),
  ];
  await tx.executeQuery(
    CompiledQuery.raw(statementFor(entries.length), [
      of.storeId,
      of.stream,
      of.receivedAt,
      of.mark,
      ...columns.map(arrayText),
      ...entries.map(({ body }) => body),
    ]),
  );
}

function statementFor(count: number): string {
  const known = statements.get(count);
  if (known !== undefined) return known;
  const names = arrays.map(([name]) => name);
  const given = arrays.map(([, type], at) => `$${at + 5}::${type}[]`);
  const bodies = Array.from({ length: count }, (_, at) => `$${at + 5 + arrays.length}`);
  const made = `insert into entries (store_id, stream, received_at, mark, ${names.join(', ')}, body)
    select $1::uuid, $2::uuid, $3::text, $4::bigint, ${[...names, 'body'].map((name) => `given.${name}`).join(', ')}
    from unnest(${given.join(', ')}, array[${bodies.join(', ')}]::text[]) as given(${names.join(', ')}, body)`;
  statements.set(count, made);
  return made;
}

/** Bytes in a page for a till: a text that is not JSON may hold characters that take six there. */
function sizeOf({ body, content, personal }: StoredEntry): number {
  const bodySize = Buffer.byteLength(content === undefined ? JSON.stringify(body) : body);
  return bodySize + (personal === null ? 0 : Buffer.byteLength(JSON.stringify(personal.part)));
}

/** What a sale or refund adds to a statement. */
function totalOf({ kind, content }: StoredEntry): number | null {
  if (kind !== 'sale.committed' && kind !== 'refund.committed') return null;
  if (typeof content !== 'object' || content === null) return null;
  const total = (content as Record<string, unknown>)['totalMinor'];
  return Number.isSafeInteger(total) ? (total as number) : null;
}
