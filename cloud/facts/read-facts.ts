import { entryVersions, type EntryKind } from '../../shared/journal/kinds.ts';
import { isStamp, stampOfInstant } from '../../shared/journal/stamp.ts';
import type { WireEntry } from '../../shared/sync/protocol.ts';
import { readBody } from './entry-shapes.ts';
import { factsOf, type Facts } from './facts-of.ts';
import { namesOf, type CountedName } from './names-of.ts';

/** What facts are read from, of an entry that just arrived or that was kept. */
export type EntryOfFacts = Pick<
  WireEntry,
  'kind' | 'v' | 'at' | 'businessDate' | 'opId' | 'writer' | 'personal'
> & { registerId: string; content: unknown };

/** One entry with what it adds to the books of its store. */
export type FactsOfEntry = Facts & { entry: EntryOfFacts; names: CountedName[] };

/** What an entry adds to the books: null for one whose kind is not known or that is not of its kind's shape. */
export function readFacts(storeId: string, entry: EntryOfFacts): FactsOfEntry | null {
  if (!isReadable(entry)) return null;
  const read = readBody(entry.kind as EntryKind, entry.v, entry.content);
  if ('wrong' in read) return null;
  const { stamp } = entry.content as { stamp?: unknown };
  const names = namesOf(read, {
    personal: readPersonal(entry.personal),
    stamp: isStamp(stamp) ? stamp : stampOfInstant(entry.at, entry.writer),
    storeId,
  });
  return { entry, ...factsOf(read), names };
}

function isReadable({ kind, v }: EntryOfFacts): boolean {
  return Object.hasOwn(entryVersions, kind) && v <= entryVersions[kind as EntryKind];
}

function readPersonal(personal: WireEntry['personal']): unknown {
  if (personal === null) return null;
  try {
    return JSON.parse(personal.part);
  } catch {
    return null;
  }
}
