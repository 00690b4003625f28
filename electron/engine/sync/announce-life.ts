import { genesisHash } from '../../../shared/journal/chain.ts';
import { fail, ok, type Failure, type Result } from '../../../shared/domain/result.ts';
import { streamAnswer } from '../../../shared/sync/protocol.ts';
import { instantOf } from '../clock.ts';
import { callCloud, linkRow, type Link } from '../cloud-link/index.ts';
import type { EngineContext } from '../context.ts';
import { rawQuery } from '../db/query.ts';
import { confirmSent, keepStream } from './link-writes.ts';
import { isOnOwnChain, toldPlace, type ChainPlace } from './own-chain.ts';

const baseOfLife = rawQuery<{ writer: string }, ChainPlace>(
  'SELECT base_seq AS seq, base_hash AS hash FROM lives WHERE writer = @writer',
);
const lifeBefore = rawQuery<{ writer: string }, { writer: string }>(
  `SELECT writer FROM lives WHERE row_id < (SELECT row_id FROM lives WHERE writer = @writer)
   ORDER BY row_id DESC LIMIT 1`,
);

/**
 * Tells the cloud of the life in which the till is: a stream that goes on after the last entry of the one before that the
 * cloud has. A cloud that was restored may have less of it, or another: then it goes on after what both have, if only
 * after nothing; what the cloud knows already counts once, by its ids. `taken`: another copy of this till announced the
 * life, and has written in it what this one has not.
 */
export async function announceLife(
  context: EngineContext,
  link: Link,
): Promise<Result<'known' | 'taken', Failure>> {
  const { writer } = context.identity();
  const asked = { seq: link.acked_seq, hash: link.acked_hash };
  const answer = await callCloud(context, {
    method: 'POST',
    path: '/sync/streams',
    json: {
      stream: writer,
      parent: { stream: link.stream, seq: asked.seq, head: Buffer.from(asked.hash).toString('hex') },
    },
    answer: streamAnswer,
  });
  if (answer.ok) {
    const place = toldPlace(answer.value);
    return isOnOwnChain(context.read, place) ? keep(context, link, { place, stream: writer }) : ok('taken');
  }
  const { code, details } = answer.failure;
  if (details?.['cloud'] === 'stream-unknown') return goBackOneLife(context, link, answer.failure);
  const mayHaveLess = details?.['cloud'] === 'parent-behind' || code === 'sync-forked';
  if (!mayHaveLess || asked.seq === 0) return fail(answer.failure);
  return keep(context, link, { place: sharedPlace(context, link, answer.failure), stream: link.stream });
}

/** A cloud that was restored may not know the stream; then the life before it is the last that it knows. */
export function goBackOneLife(
  context: EngineContext,
  link: Link,
  declinedBy: Failure,
): Promise<Result<'known', Failure>> {
  const before = context.read.first(lifeBefore, { writer: link.stream })?.writer;
  if (before === undefined) return Promise.resolve(fail(declinedBy));
  const place = { seq: link.acked_seq, hash: link.acked_hash };
  return keep(context, link, { place, stream: before });
}

function sharedPlace(context: EngineContext, link: Link, { details }: Failure): ChainPlace {
  const [last, head] = [details?.['last'], details?.['head']];
  if (typeof last === 'number' && typeof head === 'string') {
    const place = toldPlace({ last, head });
    if (place.seq < link.acked_seq && isOnOwnChain(context.read, place)) return place;
  }
  const base = context.read.first(baseOfLife, { writer: link.stream });
  return base !== undefined && base.seq < link.acked_seq ? base : { seq: 0, hash: genesisHash };
}

function keep(
  context: EngineContext,
  asked: Link,
  { place, stream }: { place: ChainPlace; stream: string },
): Promise<Result<'known', Failure>> {
  return context.write((tx) => {
    const link = tx.first(linkRow);
    if (link?.register_id !== asked.register_id || link.stream !== asked.stream) return ok('known');
    tx.run(confirmSent, { ...place, at: instantOf(context.clock.now()) });
    tx.run(keepStream, { stream });
    return ok('known');
  });
}
