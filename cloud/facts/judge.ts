import { entryVersions, type EntryKind } from '../../shared/journal/kinds.ts';
import type { ArrivedEntry, ReviewReason } from './arrived-entry.ts';
import { readBody } from './entry-shapes.ts';
import { sumProblem } from './sum-problem.ts';

/** What is looked at of an entry. */
export type JudgedEntry = Pick<ArrivedEntry, 'kind' | 'v' | 'at' | 'businessDate' | 'content' | 'receivedAt'>;

/** What `judge` may have against an entry; all else that leads to a review is found by others. */
const codes = [
  'kind-unknown',
  'version-newer',
  'unreadable',
  'incomplete',
  'sums-differ',
  'time-absurd',
] as const;
type JudgeCode = (typeof codes)[number];

const day = 86_400_000;
/** No till is older, and none may be so far ahead: its edits would win over everybody's. */
const earliest = Date.parse('2020-01-01T00:00:00.000Z');
const mostAhead = 7 * day;
const instantPattern = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/;
const datePattern = /^\d{4}-\d\d-\d\d$/;

/**
 * What is wrong with an entry by itself; null when nothing is: it can count as it is. Never throws, whatever it holds.
 */
export function judge(entry: JudgedEntry): ReviewReason | null {
  if (!isKnownKind(entry.kind))
    return because('kind-unknown', `This cloud does not know entries of the kind “${entry.kind}” yet.`);
  if (entry.v > entryVersions[entry.kind])
    return because('version-newer', 'A newer program wrote this. The cloud needs its update to read it.');
  return judgeContent(entry, entry.kind) ?? judgeTime(entry);
}

/** Whether `judge` gave this reason, so that it may say otherwise another time. */
export function isOfJudge(reason: string): boolean {
  return codes.some((code) => code === reason);
}

function judgeContent(entry: JudgedEntry, kind: EntryKind): ReviewReason | null {
  const { content } = entry;
  if (typeof content !== 'object' || content === null || Array.isArray(content))
    return because('unreadable', 'The content of this entry cannot be read.');
  const read = readBody(kind, entry.v, content);
  if ('wrong' in read)
    return because('incomplete', `Something in this entry is missing or not as it should be: ${read.wrong}.`);
  const sums = sumProblem(read);
  if (sums !== null) return because('sums-differ', `The figures do not add up. ${sums}`);
  return null;
}

function isKnownKind(kind: string): kind is EntryKind {
  return Object.hasOwn(entryVersions, kind);
}

function judgeTime({ at, businessDate, receivedAt }: JudgedEntry): ReviewReason | null {
  const instant = instantPattern.test(at) ? Date.parse(at) : Number.NaN;
  const date = datePattern.test(businessDate) ? Date.parse(`${businessDate}T12:00:00.000Z`) : Number.NaN;
  const isPossible =
    instant >= earliest &&
    instant <= Date.parse(receivedAt) + mostAhead &&
    Math.abs(instant - date) <= 3 * day;
  if (isPossible) return null;
  return because(
    'time-absurd',
    `The till’s clock cannot have been right: it says ${at}, on the day ${businessDate}.`,
  );
}

function because(reason: JudgeCode, message: string): ReviewReason {
  return { reason, message };
}
