import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { judge, type JudgedEntry } from '../../cloud/facts/judge.ts';
import { seedDemo } from '../../electron/engine/demo/index.ts';
import { entryVersions, type SaleBody } from '../../shared/journal/kinds.ts';
import type { WireEntry } from '../../shared/sync/protocol.ts';
import { openTestEngine } from '../fixtures/engine.ts';
import { entriesOf } from './support/entries-of.ts';

function read(entry: WireEntry): JudgedEntry {
  return { ...entry, content: JSON.parse(entry.body), receivedAt: '2026-11-26T12:00:00.000Z' };
}

/** What a release of that schema wrote. */
function oldEntries(schema: 1 | 2): WireEntry[] {
  const dataDir = mkdtempSync(join(tmpdir(), 'sukli-judge-'));
  try {
    const packed = readFileSync(new URL(`../fixtures/books-schema-${schema}.db.gz`, import.meta.url));
    writeFileSync(join(dataDir, 'sukli.db'), gunzipSync(packed));
    return entriesOf({ dataDir });
  } finally {
    rmSync(dataDir, { recursive: true, force: true });
  }
}

function firstOf(kind: string): JudgedEntry {
  const found = oldEntries(2).find((entry) => entry.kind === kind);
  if (found === undefined) throw new Error(`these books have no ${kind}`);
  return read(found);
}

const sale = firstOf('sale.committed');

/** The sale with its body changed. */
function saleWith(change: (body: SaleBody) => unknown): JudgedEntry {
  const body = structuredClone(sale.content) as SaleBody;
  return { ...sale, content: change(body) ?? body };
}

test.each([1, 2] as const)('everything in books of schema %i can count', (schema) => {
  const entries = oldEntries(schema);
  expect(entries.length).toBeGreaterThan(5);
  for (const entry of entries) expect([entry.kind, judge(read(entry))]).toEqual([entry.kind, null]);
});

test('everything that a till of today writes on a day can count', async () => {
  const till = await openTestEngine({ demo: true });
  expect((await seedDemo(till.engine.context)).ok).toBe(true);
  await till.engine.close();
  const entries = entriesOf(till);
  expect(new Set(entries.map(({ kind }) => kind)).size).toBeGreaterThan(8);
  for (const entry of entries) expect([entry.kind, judge(read(entry))]).toEqual([entry.kind, null]);
});

test('what cannot count is said with a reason', () => {
  const cases: [JudgedEntry, reason: string, words: string][] = [
    [{ ...sale, kind: 'teleport.done' }, 'kind-unknown', 'teleport.done'],
    [{ ...sale, kind: 'constructor' }, 'kind-unknown', 'constructor'],
    [{ ...sale, v: 99 }, 'version-newer', 'newer'],
    [{ ...sale, content: undefined }, 'unreadable', 'read'],
    [{ ...sale, content: [] }, 'unreadable', 'read'],
    [saleWith((body) => ({ ...body, lines: null })), 'incomplete', 'lines'],
    [saleWith((body) => ({ ...body, totalMinor: '12' })), 'incomplete', 'totalMinor'],
    [saleWith((body) => ({ ...body, receiptNumber: 'a\u0000b' })), 'incomplete', 'receiptNumber'],
    [saleWith((body) => ({ ...body, totalMinor: body.totalMinor + 1 })), 'sums-differ', 'totals come to'],
    [saleWith((body) => ({ ...body, taxes: [] })), 'sums-differ', 'taxes by rate'],
    [saleWith((body) => ({ ...body, payments: [] })), 'sums-differ', 'payments'],
    [{ ...sale, at: '1970-01-01T00:00:00.000Z', businessDate: '1970-01-01' }, 'time-absurd', '1970'],
    [{ ...sale, at: '2031-01-01T00:00:00.000Z', businessDate: '2031-01-01' }, 'time-absurd', '2031'],
    [{ ...sale, businessDate: '2026-12-24' }, 'time-absurd', 'clock'],
    [{ ...sale, at: 'yesterday' }, 'time-absurd', 'yesterday'],
  ];
  for (const [entry, reason, words] of cases) {
    const verdict = judge(entry);
    expect(verdict).toMatchObject({ reason });
    expect(verdict?.message).toContain(words);
  }
});

test('no figure of a sale can be changed alone without being noticed', () => {
  const figures = [
    'grossMinor',
    'discountMinor',
    'netMinor',
    'taxMinor',
    'totalMinor',
    'paidMinor',
    'changeMinor',
  ];
  fc.assert(
    fc.property(
      fc.constantFrom(...figures),
      fc.integer().filter((by) => by !== 0),
      fc.boolean(),
      (name, by, inLine) => {
        const changed = saleWith((body) => {
          const [line] = body.lines;
          const figuresOfLine = line as unknown as Record<string, number>;
          const target =
            inLine && name in figuresOfLine ? figuresOfLine : (body as unknown as Record<string, number>);
          target[name] = (target[name] ?? 0) + by;
        });
        expect(judge(changed)).not.toBe(null);
      },
    ),
  );
});

test('never throws, whatever an entry holds', () => {
  const kinds = fc.oneof(fc.constantFrom(...Object.keys(entryVersions)), fc.string());
  const any = fc.record({
    kind: kinds,
    v: fc.integer({ min: 1, max: 5 }),
    at: fc.oneof(fc.constant(sale.at), fc.string()),
    businessDate: fc.oneof(fc.constant(sale.businessDate), fc.string()),
    content: fc.oneof(fc.jsonValue(), fc.constant(undefined)),
  });
  fc.assert(
    fc.property(any, (changes) => {
      judge({ ...sale, ...changes });
    }),
    { numRuns: 2_000 },
  );
  const places = Object.keys(sale.content as object);
  fc.assert(
    fc.property(
      fc.constantFrom(...places),
      fc.jsonValue(),
      fc.integer({ min: 1, max: 3 }),
      (place, value, v) => {
        judge({ ...saleWith((body) => ({ ...body, [place]: value })), v });
      },
    ),
    { numRuns: 2_000 },
  );
});
