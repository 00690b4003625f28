import { canonicalText } from '../../../shared/journal/chain.ts';
import type { CountedTender, EntryBodies } from '../../../shared/journal/kinds.ts';
import type { ReadableDatabase } from '../db/database.ts';
import {
  everyAddendum,
  everyCount,
  everyMove,
  everyReport,
  everyShift,
  formerStreams,
  lastOfSeries,
  slipNumbers,
  type StoredMove,
  type StoredReport,
  type StoredShift,
} from './shift-rows.ts';
import { createShiftSums } from './sum-shift.ts';
import { readStored } from './read-stored.ts';
import type { Problem, StoredEntry } from './verify-chain.ts';
import { isSigned, wrongFacts } from './verify-z-report.ts';

type ToldShift = Omit<StoredShift, 'pieces'> & { pieces: unknown };
type ToldCount = EntryBodies['shift.counted'] & { actor: string; at: string; seq: number };
type ToldReport = Omit<StoredReport, 'signature'>;

/**
 * Holds shifts, cash moves, counts and Z reports against the entries of the journal: that each row is what its entry
 * tells, that what a drawer should hold is what the entries before add up to, and that no number is missing.
 */
export function createShiftsCheck(db: ReadableDatabase) {
  const sums = createShiftSums();
  const shifts = new Map<string, ToldShift>();
  const moves = new Map<string, StoredMove>();
  const counts = new Map<string, ToldCount>();
  const reports = new Map<string, ToldReport>();
  const addenda = new Map<string, string>();
  let last = { number: 0, grandTotalMinor: 0 };
  const former = createFormerNumbers(db);

  const visitCount = (entry: StoredEntry, told: EntryBodies['shift.counted']): Problem[] => {
    counts.set(told.countId, { ...told, actor: entry.actor, at: entry.at, seq: entry.seq });
    const cash = told.tenders.find(({ kind }) => kind === 'cash');
    if (cash?.expectedMinor === sums.expectedCash(told.shiftId)) return [];
    const what = `Count ${told.number}: what the drawer should hold is not what the journal adds up to.`;
    return [{ seq: entry.seq, what }];
  };

  const visitClose = (entry: StoredEntry, told: EntryBodies['shift.closed']): Problem[] => {
    const { shiftId, zReportId: id, zNumber: number, facts } = told;
    const { at, seq } = entry;
    const { businessDate } = facts.shift;
    reports.set(id, { id, number, shiftId, facts: canonicalText(facts), at, businessDate, seq });
    for (const { orderId } of facts.addenda) addenda.set(orderId, shiftId);
    const known = shifts.get(shiftId);
    if (known !== undefined)
      shifts.set(shiftId, { ...known, state: 'closed', closedAt: at, closedBy: entry.actor });
    const wrong = wrongFacts(facts, sums, { ...last, entry });
    last = { number, grandTotalMinor: facts.grandTotal.afterMinor };
    return wrong.map((what) => ({
      seq,
      what: `Z report ${number}: ${what} does not follow from the journal.`,
    }));
  };

  return {
    visit(entry: StoredEntry, body: Record<string, unknown>): Problem[] {
      if (entry.seq < 0) {
        former.add(entry, body);
        return [];
      }
      sums.add(entry, body);
      if (entry.kind === 'shift.opened') {
        const { shiftId: id, number, floatMinor, pieces = {} } = body as EntryBodies['shift.opened'];
        const opened = { openedAt: entry.at, openedBy: entry.actor, closedAt: null, closedBy: null };
        shifts.set(id, { id, number, state: 'open', floatMinor, pieces, ...opened });
      } else if (entry.kind === 'cash.moved') {
        const told = body as EntryBodies['cash.moved'];
        moves.set(told.moveId, { ...told, actor: entry.actor, at: entry.at, seq: entry.seq });
      } else if (entry.kind === 'shift.counted') {
        return visitCount(entry, body as EntryBodies['shift.counted']);
      } else if (entry.kind === 'shift.closed') {
        return visitClose(entry, body as EntryBodies['shift.closed']);
      }
      return [];
    },
    compare: (): Problem[] => [
      ...compareRows('shift', shifts, db.all(everyShift), ({ id, number, pieces, ...row }) => ({
        key: id,
        name: `shift ${number}`,
        value: { id, number, pieces: readStored(pieces), ...row },
      })),
      ...compareRows('slip', moves, db.all(everyMove), (row) => ({
        key: row.moveId,
        name: `slip ${row.slipNumber}`,
        value: row,
      })),
      ...compareCounts(db, counts),
      ...compareReports(db, reports),
      ...compareAddenda(db, addenda),
      ...compareSlips(db, former.slips),
      ...missingNumber(
        'Z reports',
        [...reports.values()].map(({ number }) => number),
        former.reports,
      ),
    ],
  };
}

/** Rows against what was told of each; `nameOf` says how a row is called and how it would be told. */
function compareRows<Told extends object, Row>(
  what: string,
  told: ReadonlyMap<string, Told>,
  rows: readonly Row[],
  nameOf: (row: Row) => { key: string; name: string; value: unknown },
): Problem[] {
  const left = new Map(told);
  const problems = rows.flatMap((row) => {
    const { key, name, value } = nameOf(row);
    const expected = left.get(key);
    left.delete(key);
    if (expected === undefined) return [problem(`The ${name} is in the tables and not in the journal.`)];
    return canonicalText(value) === canonicalText(expected)
      ? []
      : [problem(`The ${name} differs from the journal.`)];
  });
  const gone = [...left.values()].map((each) =>
    problem(`The ${what} ${numberOf(each)} is in the journal and not in the tables.`),
  );
  return [...problems, ...gone];
}

function numberOf(told: object): string {
  if ('slipNumber' in told) return String(told.slipNumber);
  return 'number' in told ? String(told.number) : '';
}

function compareCounts(db: ReadableDatabase, told: ReadonlyMap<string, ToldCount>): Problem[] {
  return compareRows(
    'count',
    told,
    db.all(everyCount),
    ({ cashMinor, expectedCashMinor, pieces, tenders, ...row }) => {
      const held = readStored(tenders) as CountedTender[];
      const cash = Array.isArray(held) ? held.find(({ kind }) => kind === 'cash') : undefined;
      const same = cash?.countedMinor === cashMinor && cash.expectedMinor === expectedCashMinor;
      const value = { ...row, pieces: readStored(pieces), tenders: same ? held : null };
      return { key: row.countId, name: `count ${row.number}`, value };
    },
  );
}

function compareReports(db: ReadableDatabase, told: ReadonlyMap<string, ToldReport>): Problem[] {
  const rows = db.all(everyReport);
  return [
    ...compareRows('Z report', told, rows, ({ signature: _, ...row }) => ({
      key: row.id,
      name: `Z report ${row.number}`,
      value: row,
    })),
    ...rows
      .filter((row) => !isSigned(row))
      .map(({ number }) => problem(`The signature of Z report ${number} is not that of its facts.`)),
  ];
}

function compareAddenda(db: ReadableDatabase, told: ReadonlyMap<string, string>): Problem[] {
  const held = new Map(db.all(everyAddendum).map(({ orderId, shiftId }) => [orderId, shiftId]));
  const ids = new Set([...told.keys(), ...held.keys()]);
  return [...ids]
    .filter((id) => told.get(id) !== held.get(id))
    .map((id) => problem(`Sale ${id} is an addendum of another report than the journal says.`));
}

function compareSlips(db: ReadableDatabase, former: ReadonlySet<number>): Problem[] {
  const own = db.all(slipNumbers).map(({ number }) => number);
  const last = db.first(lastOfSeries, { name: 'slip' })?.last ?? 0;
  if (highest([...own, ...former]) !== last) return [problem('A number is missing among the slips.')];
  return missingNumber('slips', own, former);
}

/** Numbers count from 1 without a gap, those of former lives among them. */
function missingNumber(what: string, own: readonly number[], former: ReadonlySet<number>): Problem[] {
  const given = new Set([...own, ...former]);
  return given.size === highest([...given]) ? [] : [problem(`A number is missing among the ${what}.`)];
}

function highest(numbers: readonly number[]): number {
  return numbers.reduce((most, number) => Math.max(most, number), 0);
}

/** The numbers that this register gave in former lives, as their entries tell, which came back from the cloud. */
function createFormerNumbers(db: ReadableDatabase) {
  const streams = new Set(db.all(formerStreams).map(({ stream }) => stream));
  const slips = new Set<number>();
  const reports = new Set<number>();
  return {
    slips,
    reports,
    add({ kind, stream }: StoredEntry, body: Record<string, unknown>): void {
      if (stream === null || !streams.has(stream)) return;
      const { slipNumber, zNumber } = body;
      if (kind !== 'shift.closed' && typeof slipNumber === 'number') slips.add(slipNumber);
      if (kind === 'shift.closed' && typeof zNumber === 'number') reports.add(zNumber);
    },
  };
}

function problem(what: string): Problem {
  return { seq: null, what };
}
