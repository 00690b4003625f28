import { fail, ok, type Result } from '../../shared/domain/result.ts';
import { cloudFailure, type CloudFailure } from '../../shared/sync/cloud-failures.ts';
import { mostEntriesPerPush, type PushRequest, type WireEntry } from '../../shared/sync/protocol.ts';

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
const hash = /^[0-9a-f]{64}$/;

/**
 * Reads a push as `pushRequest` has it, by hand: at 200 entries per request the schema would cost as much as the rest of
 * the work. Its entries must follow one another.
 */
export function readPush(value: unknown): Result<PushRequest, CloudFailure> {
  if (!isObject(value)) return invalid('');
  const { stream, prevHash, entries } = value;
  if (!isText(stream, uuid)) return invalid('stream');
  if (!isText(prevHash, hash)) return invalid('prevHash');
  if (!Array.isArray(entries) || entries.length < 1 || entries.length > mostEntriesPerPush) {
    return invalid('entries');
  }
  const read: WireEntry[] = [];
  for (const [at, given] of entries.entries()) {
    const entry = readEntry(given);
    const before = read.at(-1);
    if (typeof entry === 'string') return invalid(`entries.${at}.${entry}`);
    if (before !== undefined && entry.seq !== before.seq + 1) return invalid(`entries.${at}.seq`);
    read.push(entry);
  }
  return ok({ stream, prevHash, entries: read });
}

/** An entry as `wireEntry` has it, or the name of the field that is wrong. */
export function readEntry(given: unknown): WireEntry | string {
  if (!isObject(given)) return '';
  const { seq, opId, writer, kind, v, at, businessDate, actor, body, hash: own, personal } = given;
  if (!isCount(seq, Number.MAX_SAFE_INTEGER)) return 'seq';
  if (!isText(opId, uuid)) return 'opId';
  if (!isText(writer, uuid)) return 'writer';
  if (!isShort(kind, 60) || kind === '') return 'kind';
  if (!isCount(v, 1_000)) return 'v';
  if (!isShort(at, 40) || at === '') return 'at';
  if (!isShort(businessDate, 20) || businessDate === '') return 'businessDate';
  if (!isShort(actor, 60)) return 'actor';
  if (!isShort(body, 6 * 1_048_576)) return 'body';
  if (!isText(own, hash)) return 'hash';
  const part = readPersonal(personal);
  if (part === undefined) return 'personal';
  return { seq, opId, writer, kind, v, at, businessDate, actor, body, hash: own, personal: part };
}

function readPersonal(given: unknown): WireEntry['personal'] | undefined {
  if (given === null) return null;
  if (!isObject(given) || !isShort(given['salt'], 64) || !isShort(given['part'], 1_048_576)) return undefined;
  return { salt: given['salt'], part: given['part'] };
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isText(value: unknown, pattern: RegExp): value is string {
  return typeof value === 'string' && pattern.test(value);
}

function isShort(value: unknown, most: number): value is string {
  return typeof value === 'string' && value.length <= most;
}

function isCount(value: unknown, most: number): value is number {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 1 && value <= most;
}

function invalid(field: string): Result<never, CloudFailure> {
  return fail(
    cloudFailure('request-invalid', {
      details: { fields: [{ field, message: 'This is not as it should be.' }] },
    }),
  );
}
