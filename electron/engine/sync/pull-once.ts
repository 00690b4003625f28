import { failure } from '../../../shared/api/failures.ts';
import { fail, ok, type Failure, type Result } from '../../../shared/domain/result.ts';
import { pullAnswer, type PullAnswer } from '../../../shared/sync/protocol.ts';
import { instantOf } from '../clock.ts';
import { callCloud, linkRow, type Link } from '../cloud-link/index.ts';
import type { EngineContext } from '../context.ts';
import { goBackOneLife } from './announce-life.ts';
import { afterReceiving, receiveEntries } from './apply/index.ts';
import { enterEpoch, moveCursor } from './link-writes.ts';
import { noteFailure, noteSuccess } from './note-outcome.ts';
import { noteUnknown } from './note-unknown.ts';
import { oneAtATime } from './one-at-a-time.ts';
import { learnRegisters } from './learn-registers.ts';
import { mostPerPull, syncStateOf } from './sync-state.ts';

/**
 * What a step came to: `received` entries are here, `behind` more are to come. `restarted`: the cloud was restored, and
 * everything is read anew, which changes nothing that is here already.
 */
export type Pulled = { did: 'nothing' | 'received' | 'restarted'; received: number; behind: number };

/** A bite of a page is to hold a sale up no longer than this, in milliseconds. */
const longestBite = 6;
const firstBite = 16;
const between = oneAtATime();

type Place = Pick<Link, 'cursor' | 'cursor_mark'>;

/**
 * Takes in the next page of the other tills' entries: each bite of it together with the cursor in one commit. Fails as
 * `callCloud` does, and as the storage does.
 */
export function pullOnce(context: EngineContext): Promise<Result<Pulled, Failure>> {
  return between(context, async () => {
    const pulled = await pull(context);
    if (pulled.ok) noteSuccess(context);
    else noteFailure(context, pulled.failure);
    return pulled;
  });
}

async function pull(context: EngineContext): Promise<Result<Pulled, Failure>> {
  const link = context.read.first(linkRow);
  if (link === undefined) return fail(failure('sync-alone'));
  // Before the cloud knows of a new life, it would leave out what the life before it sent.
  if (link.stream !== context.identity().writer) return ok({ did: 'nothing', received: 0, behind: 0 });
  const state = syncStateOf(context);
  const answer = await callCloud(context, {
    method: 'GET',
    path: '/sync/pull',
    query: {
      stream: link.stream,
      after: link.cursor,
      mark: link.cursor_mark,
      confirmed: link.acked_seq,
      limit: state.mostPerPage,
      epoch: link.epoch,
    },
    answer: pullAnswer,
  });
  if (!answer.ok) return declined(context, link, answer.failure);
  state.mostPerPage = Math.min(mostPerPull, state.mostPerPage * 2);
  if (answer.value.epoch !== link.epoch) return restart(context, link, answer.value.epoch);
  const learned = await learnRegisters(context, answer.value.entries);
  if (!learned.ok) return learned;
  return takePage(context, link, answer.value);
}

async function declined(
  context: EngineContext,
  link: Link,
  declinedBy: Failure,
): Promise<Result<Pulled, Failure>> {
  const state = syncStateOf(context);
  if (declinedBy.details?.['cause'] === 'timeout') state.mostPerPage = Math.ceil(state.mostPerPage / 2);
  const noted = await noteUnknown(context, link, declinedBy);
  if (!noted.ok) return noted;
  if (declinedBy.details?.['cloud'] !== 'stream-unknown') return fail(declinedBy);
  const back = await goBackOneLife(context, link, declinedBy);
  return back.ok ? ok({ did: 'restarted', received: 0, behind: 0 }) : back;
}

async function restart(context: EngineContext, link: Link, epoch: number): Promise<Result<Pulled, Failure>> {
  syncStateOf(context).isProved = false;
  const written = await context.write((tx) => {
    const now = tx.first(linkRow);
    if (now?.register_id === link.register_id && now.epoch === link.epoch) tx.run(enterEpoch, { epoch });
    return ok(undefined);
  });
  return written.ok ? ok({ did: 'restarted', received: 0, behind: 0 }) : written;
}

async function takePage(
  context: EngineContext,
  link: Link,
  { entries, next, nextMark, newest }: PullAnswer,
): Promise<Result<Pulled, Failure>> {
  const state = syncStateOf(context);
  let from = 0;
  let expected = link;
  let size = firstBite;
  let received = 0;
  while (from < entries.length || expected.cursor < next) {
    const bite = entries.slice(from, from + size);
    from += bite.length;
    const end = from === entries.length ? undefined : bite.at(-1);
    const place: Place = { cursor: end?.position ?? next, cursor_mark: end?.mark ?? nextMark };
    const began = context.clock.now();
    const taken = await takeBite(context, expected, bite, place);
    if (!taken.ok) return taken;
    if (taken.value === null) break;
    received += taken.value;
    expected = { ...expected, ...place };
    const took = context.clock.now() - began;
    size = took > longestBite ? Math.max(1, size >> 1) : size * 2;
  }
  if (received > 0) afterReceiving(context);
  state.behind = Math.max(0, newest - next);
  return ok({ did: received > 0 ? 'received' : 'nothing', received, behind: state.behind });
}

/** One bite and the cursor after it in one commit; null and nothing written where the cursor is not where it was when it was asked for. */
function takeBite(
  context: EngineContext,
  expected: Link,
  bite: PullAnswer['entries'],
  place: Place,
): Promise<Result<number | null, Failure>> {
  return context.write((tx) => {
    const link = tx.first(linkRow);
    const isExpected =
      link !== undefined &&
      link.register_id === expected.register_id &&
      link.stream === expected.stream &&
      link.epoch === expected.epoch &&
      link.cursor === expected.cursor;
    if (!isExpected) return ok(null);
    const { stored } = receiveEntries(context, tx, bite);
    tx.run(moveCursor, { ...place, at: instantOf(context.clock.now()) });
    return ok(stored);
  });
}
