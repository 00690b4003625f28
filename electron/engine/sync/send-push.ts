import { pushAnswer, type PushAnswer } from '../../../shared/sync/protocol.ts';
import type { Failure, Result } from '../../../shared/domain/result.ts';
import { callCloud, type Link } from '../cloud-link/index.ts';
import type { EngineContext } from '../context.ts';
import { gatherPush, type PushBatch } from './gather-push.ts';
import { isSamePlace, ownHead, type ChainPlace } from './own-chain.ts';
import { keepMark } from './restore-mark.ts';
import { syncStateOf } from './sync-state.ts';

/** So many entries are read where the till sells; more are put together on the reader thread. */
const fewEntries = 24;

/** A push that is on its way: which entries, and what the cloud will have answered. */
export type SentPush = {
  registerId: string;
  stream: string;
  from: ChainPlace;
  end: ChainPlace;
  count: number;
  answer: Promise<Result<PushAnswer, Failure>>;
};

/**
 * Pushes the own entries that come after a place and waits for the answer; null when there is none. They may have been sent
 * ahead, while the push before them had no answer yet; and so are the next ones now, if the cloud is well.
 */
export async function pushAfter(
  context: EngineContext,
  link: Link,
  from: ChainPlace,
): Promise<{ sent: SentPush; answer: Result<PushAnswer, Failure> } | null> {
  const ahead = await takeAhead(context, link, from);
  if (ahead !== null) {
    sendAhead(context, link, ahead);
    const answer = await ahead.answer;
    const hasOvertaken = answer.ok && answer.value.last < from.seq;
    if (!hasOvertaken) return { sent: ahead, answer };
  }
  const sent = await send(context, link, from);
  if (sent === null) return null;
  sendAhead(context, link, sent);
  return { sent, answer: await sent.answer };
}

async function send(
  context: EngineContext,
  { register_id: registerId, stream }: Link,
  from: ChainPlace,
): Promise<SentPush | null> {
  const batch = await gather(context, stream, from);
  if (batch === null) return null;
  const { count, end, packed } = batch;
  await keepMark(context, end);
  const answer = callCloud(context, {
    method: 'POST',
    path: '/sync/push',
    bytes: { content: packed, type: 'json-gzip' },
    answer: pushAnswer,
  });
  return { registerId, stream, from, end, count, answer };
}

function gather(context: EngineContext, stream: string, after: ChainPlace): Promise<PushBatch | null> {
  const asked = { stream, after, mostEntries: syncStateOf(context).mostEntries };
  const isFew = ownHead(context.read).seq - after.seq <= fewEntries;
  return isFew ? Promise.resolve(gatherPush(context.read, asked)) : context.readInWorker('gatherPush', asked);
}

function sendAhead(context: EngineContext, link: Link, { end }: SentPush): void {
  const state = syncStateOf(context);
  if (!state.isProved || ownHead(context.read).seq <= end.seq) return;
  state.ahead = send(context, link, end).catch(() => null);
  // Nobody may ever ask for this answer: one that fails is no error then.
  void state.ahead.then((sent) => sent?.answer).catch(() => undefined);
}

/** Waits for what was sent ahead, which the end of the engine ends too. */
export async function endAhead(context: EngineContext): Promise<void> {
  const ahead = await syncStateOf(context).ahead;
  await ahead?.answer.catch(() => undefined);
}

/** What was sent ahead, where it goes on from this place. All else is forgotten: it is sent again, and counts once. */
async function takeAhead(
  context: EngineContext,
  { register_id: registerId, stream }: Link,
  from: ChainPlace,
): Promise<SentPush | null> {
  const state = syncStateOf(context);
  const ahead = await state.ahead;
  state.ahead = null;
  const goesOn = ahead?.registerId === registerId && ahead.stream === stream && isSamePlace(ahead.from, from);
  return goesOn ? ahead : null;
}
