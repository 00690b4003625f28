import type { z } from 'zod';
import { fail, ok, type Result } from '../../shared/domain/result.ts';
import { cloudFailure, type CloudFailure } from '../../shared/sync/cloud-failures.ts';
import type { EntriesFileHeader } from '../../shared/sync/entries-file.ts';
import {
  mostBytesPerPush,
  mostEntriesPerPush,
  type importAnswer,
  type PushAnswer,
  type WireEntry,
} from '../../shared/sync/protocol.ts';
import type { CloudContext } from '../context.ts';
import type { Caller } from '../route.ts';
import { push } from '../sync/push.ts';
import { readEntry } from '../sync/read-push.ts';
import { checkFile } from './check-file.ts';
import { FileUnreadable, linesOf } from './lines-of.ts';
import { streamOfFile } from './stream-of-file.ts';

type ImportAnswer = z.infer<typeof importAnswer>;

/**
 * Takes in a signed file of entries that any register of the store brings, as if its till had pushed them; also one of a
 * revoked till. The same file again changes nothing.
 */
export async function importFile(
  context: CloudContext,
  caller: Caller,
  packed: Uint8Array,
): Promise<Result<ImportAnswer, CloudFailure>> {
  try {
    const header = await checkFile(packed);
    if (!header.ok) return header;
    const { storeId } = header.value;
    if (storeId !== null && storeId !== caller.storeId) return fail(cloudFailure('file-of-another-store'));
    const registerId = await streamOfFile(context, caller, header.value);
    if (!registerId.ok) return registerId;
    return await takeIn(context, { ...caller, registerId: registerId.value }, header.value, packed);
  } catch (error) {
    if (error instanceof FileUnreadable) return fail(cloudFailure('file-unreadable'));
    throw error;
  }
}

async function takeIn(
  context: CloudContext,
  owner: Caller,
  header: EntriesFileHeader,
  packed: Uint8Array,
): Promise<Result<ImportAnswer, CloudFailure>> {
  const before = await lastOf(context, owner, header.stream);
  if (before + 1 < header.from) return fail(cloudFailure('file-has-gap', { details: { last: before } }));
  let prevHash = header.prevHash;
  let forReview = 0;
  let pushed: PushAnswer | undefined;
  for await (const entries of batchesOf(packed, header)) {
    const answer = await push(context, owner, { stream: header.stream, prevHash, entries });
    if (!answer.ok) return answer;
    pushed = answer.value;
    forReview += pushed.forReview;
    prevHash = entries.at(-1)?.hash ?? prevHash;
  }
  if (pushed === undefined) return fail(cloudFailure('file-unreadable'));
  const { last, head } = pushed;
  const imported = Math.max(header.to - before, 0);
  const known = header.to - header.from + 1 - imported;
  return ok({ stream: header.stream, last, head, imported, known, forReview });
}

/** The entries of a file that was checked, in pushes: all lines but the first and the last. */
async function* batchesOf(packed: Uint8Array, { from, to }: EntriesFileHeader): AsyncGenerator<WireEntry[]> {
  let batch: WireEntry[] = [];
  let bytes = 0;
  let seq = from - 1;
  let isHeader = true;
  for await (const line of linesOf(packed)) {
    if (!isHeader && seq < to) {
      const entry = readLine(line);
      seq += 1;
      if (entry.seq !== seq) throw new FileUnreadable();
      if (
        batch.length === mostEntriesPerPush ||
        (batch.length > 0 && bytes + line.length > mostBytesPerPush)
      ) {
        yield batch;
        batch = [];
        bytes = 0;
      }
      batch.push(entry);
      bytes += line.length;
    }
    isHeader = false;
  }
  if (batch.length > 0) yield batch;
}

function readLine(line: Buffer): WireEntry {
  try {
    const entry = readEntry(JSON.parse(line.toString('utf8')));
    if (typeof entry !== 'string') return entry;
  } catch {
    // Said below.
  }
  throw new FileUnreadable();
}

async function lastOf({ database }: CloudContext, { storeId }: Caller, stream: string): Promise<number> {
  const { last } = await database
    .selectFrom('streams')
    .select('last')
    .where('store_id', '=', storeId)
    .where('id', '=', stream)
    .executeTakeFirstOrThrow();
  return last;
}
