import type { z } from 'zod';
import type { JournalEntry, journalPage } from '../../../shared/api/reports.ts';
import { entryVersions } from '../../../shared/journal/kinds.ts';
import type { ReadableDatabase } from '../db/database.ts';
import { findEntries, type EntryFilter } from './find-entries.ts';
import { anyOfKind, codeOfStream, entryBySeq, type EntryRow } from './list-statements.ts';
import { nameThings } from './name-things.ts';
import { summariseEntry, type Names } from './summarise-entry.ts';

/** Entries of the journal, newest first, told in a line each. A long read: for the reader thread. */
export function listJournal(
  db: ReadableDatabase,
  filter: EntryFilter & { currency: string },
): z.infer<typeof journalPage> {
  const { seqs, total } = findEntries(db, filter);
  const names = nameThings(db, filter.currency);
  const registerOf = (stream: string) => db.first(codeOfStream, { stream })?.code ?? '?';
  const items = seqs.flatMap((seq) => {
    const row = db.first(entryBySeq, { seq });
    return row === undefined ? [] : [journalEntryOf(row, names, registerOf)];
  });
  const kinds = Object.keys(entryVersions).filter((kind) => db.first(anyOfKind, { kind }) !== undefined);
  return { items, total, offset: filter.offset, kinds };
}

function journalEntryOf(row: EntryRow, names: Names, registerOf: (stream: string) => string): JournalEntry {
  const body = readBody(row.body);
  return {
    seq: row.seq,
    from:
      row.stream === null
        ? null
        : {
            register: registerOf(row.stream),
            stream: row.stream,
            seq: row.stream_seq === null ? null : Math.abs(row.stream_seq),
          },
    opId: row.op_id,
    kind: row.kind,
    version: row.v,
    at: row.at,
    businessDate: row.business_date,
    actor: row.actor === 'system' ? 'Sukli' : names.account(row.actor),
    summary: summariseEntry(row.kind, body, names),
    body,
    hash: Buffer.from(row.hash).toString('hex'),
  };
}

/** A body that a damaged disk made unreadable is shown as the text that is there. */
function readBody(body: string): unknown {
  try {
    return JSON.parse(body) as unknown;
  } catch {
    return body;
  }
}
