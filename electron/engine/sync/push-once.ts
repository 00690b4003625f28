import { streamAnswer, type lostRequest, type PushAnswer } from '../../../shared/sync/protocol.ts';
import type { z } from 'zod';
import { failure } from '../../../shared/api/failures.ts';
import { fail, ok, type Failure, type Result } from '../../../shared/domain/result.ts';
import { instantOf } from '../clock.ts';
import { callCloud, linkRow, type Link } from '../cloud-link/index.ts';
import type { EngineContext } from '../context.ts';
import type { WritableDatabase } from '../db/database.ts';
import { query } from '../db/query.ts';
import { announceLife, goBackOneLife } from './announce-life.ts';
import { beginLife } from './begin-life.ts';
import { changeIdentity } from './change-identity.ts';
import { confirmSent, enterEpoch, moveCursor } from './link-writes.ts';
import { noteFailure, noteSuccess } from './note-outcome.ts';
import { noteUnknown } from './note-unknown.ts';
import { oneAtATime } from './one-at-a-time.ts';
import { isOnOwnChain, ownHead, toldPlace, type ChainPlace } from './own-chain.ts';
import { pushAfter, type SentPush } from './send-push.ts';
import { syncStateOf } from './sync-state.ts';

/**
 * What a step came to. `sent`: entries that the cloud confirmed newly. `rewound`: the cloud was restored and misses
 * entries. `forked`: the till began a new life. In both cases, and after `announced`, there is more to send.
 */
export type Pushed = {
  did: 'nothing' | 'sent' | 'halved' | 'rewound' | 'forked' | 'announced';
  sent: number;
  waiting: number;
};

const between = oneAtATime();

const hashBefore = query<{ seq: number }>()((b, p) =>
  b.selectFrom('journal').select('prev_hash').where('seq', '=', p('seq')),
);

/**
 * Sends the next own entries to the cloud and takes its answer, while those after them are on their way already: one step at
 * a time. Fails as `callCloud` does, and as the storage does.
 */
export function pushOnce(context: EngineContext): Promise<Result<Pushed, Failure>> {
  return between(context, async () => {
    const pushed = await push(context);
    if (pushed.ok) noteSuccess(context);
    else noteFailure(context, pushed.failure);
    return pushed;
  });
}

async function push(context: EngineContext): Promise<Result<Pushed, Failure>> {
  const link = context.read.first(linkRow);
  if (link === undefined) return fail(failure('sync-alone'));
  const state = syncStateOf(context);
  if (link.stream !== context.identity().writer) {
    const announced = await announceLife(context, link);
    if (!announced.ok) return announced;
    return announced.value === 'taken' ? fork(context, link) : ok(outcome(context, 'announced'));
  }
  const from = startOf(context, link);
  if (from === null) return ok(outcome(context, 'nothing'));
  const pushed = await pushAfter(context, link, from);
  if (pushed === null) return ok(outcome(context, 'nothing'));
  const { sent, answer } = pushed;
  if (!answer.ok) return declined(context, link, sent, answer.failure);
  state.mostEntries = Math.max(state.mostEntries, sent.count * 2);
  state.isProved = true;
  return take(context, link, from, answer.value);
}

/** After which entry to send. With nothing to send the last one is sent again where the cloud may have lost it. */
function startOf(context: EngineContext, link: Link): ChainPlace | null {
  const acked = { seq: link.acked_seq, hash: link.acked_hash };
  if (ownHead(context.read).seq > acked.seq) return acked;
  if (acked.seq === 0 || syncStateOf(context).isProved) return null;
  return placeBefore(context, acked.seq);
}

function placeBefore(context: EngineContext, seq: number): ChainPlace {
  const place = context.read.first(hashBefore, { seq });
  if (place === undefined) throw new Error(`own entry ${seq} is not there`);
  return { seq: seq - 1, hash: place.prev_hash };
}

/** What the cloud says that it has, held against one's own chain: nothing counts as sent by its number alone. */
async function take(
  context: EngineContext,
  link: Link,
  from: ChainPlace,
  answer: PushAnswer,
): Promise<Result<Pushed, Failure>> {
  const state = syncStateOf(context);
  const place = toldPlace(answer);
  if (!isOnOwnChain(context.read, place)) return fork(context, link);
  if (place.seq < link.acked_seq) return rewind(context, link);
  if (place.seq === from.seq) return fail(failure('sync-fault', { details: { cause: 'nothing was taken' } }));
  state.forReview += answer.forReview;
  if (place.seq > link.acked_seq || answer.epoch !== link.epoch) {
    const written = await writePlace(context, link, place, answer.epoch);
    if (!written.ok) return written;
  }
  return ok(outcome(context, place.seq > link.acked_seq ? 'sent' : 'nothing', place.seq - link.acked_seq));
}

async function declined(
  context: EngineContext,
  link: Link,
  sent: SentPush,
  declinedBy: Failure,
): Promise<Result<Pushed, Failure>> {
  if (declinedBy.code === 'sync-forked') return fork(context, link);
  if (declinedBy.details?.['cloud'] === 'stream-unknown') {
    const back = await goBackOneLife(context, link, declinedBy);
    return back.ok ? ok(outcome(context, 'announced')) : back;
  }
  const noted = await noteUnknown(context, link, declinedBy);
  if (!noted.ok) return noted;
  const isTooMuch = declinedBy.code === 'sync-too-large';
  if (isTooMuch || declinedBy.details?.['cause'] === 'timeout') {
    syncStateOf(context).mostEntries = Math.ceil(sent.count / 2);
  }
  return isTooMuch && sent.count > 1 ? ok(outcome(context, 'halved')) : fail(declinedBy);
}

/** The cloud has less than it had confirmed: it was restored from a backup. What it misses is sent again. */
async function rewind(context: EngineContext, link: Link): Promise<Result<Pushed, Failure>> {
  const asked: z.output<typeof lostRequest> = {
    stream: link.stream,
    last: link.acked_seq,
    epoch: link.epoch,
  };
  const answer = await callCloud(context, {
    method: 'POST',
    path: '/sync/lost',
    json: asked,
    answer: streamAnswer,
  });
  if (!answer.ok) return answer;
  const place = toldPlace(answer.value);
  if (!isOnOwnChain(context.read, place)) return fork(context, link);
  const written = await writePlace(context, link, place, answer.value.epoch);
  return written.ok ? ok(outcome(context, 'rewound')) : written;
}

/** The cloud has other entries in this till's stream: the database was restored or copied. A new life goes on. */
async function fork(context: EngineContext, link: Link): Promise<Result<Pushed, Failure>> {
  const begun = await changeIdentity(context, (tx) => {
    if (!isSame(tx, link)) return ok(undefined);
    beginLife(context, tx, { because: 'forked' });
    // What another copy of this till sent in the same stream was left out of what was pulled so far.
    tx.run(moveCursor, { cursor: 0, cursor_mark: 0, at: instantOf(context.clock.now()) });
    return ok(undefined);
  });
  return begun.ok ? ok(outcome(context, 'forked')) : begun;
}

function writePlace(
  context: EngineContext,
  link: Link,
  place: ChainPlace,
  epoch: number,
): Promise<Result<void, Failure>> {
  return context.write((tx) => {
    if (!isSame(tx, link)) return ok(undefined);
    tx.run(confirmSent, { ...place, at: instantOf(context.clock.now()) });
    if (epoch !== link.epoch) tx.run(enterEpoch, { epoch });
    return ok(undefined);
  });
}

/** Whether the till still belongs to the cloud that was asked, in the life for which it was. */
function isSame(tx: WritableDatabase, asked: Link): boolean {
  const link = tx.first(linkRow);
  return link !== undefined && link.register_id === asked.register_id && link.stream === asked.stream;
}

function outcome(context: EngineContext, did: Pushed['did'], sent = 0): Pushed {
  const acked = context.read.first(linkRow)?.acked_seq ?? 0;
  return { did, sent, waiting: ownHead(context.read).seq - acked };
}
