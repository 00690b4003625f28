import type { z } from 'zod';
import type { syncProof } from '../../../shared/api/sync.ts';
import { failure } from '../../../shared/api/failures.ts';
import { fail, ok, type Failure, type Result } from '../../../shared/domain/result.ts';
import { statementAnswer } from '../../../shared/sync/protocol.ts';
import { instantOf } from '../clock.ts';
import { callCloud, linkRow } from '../cloud-link/index.ts';
import type { EngineContext } from '../context.ts';
import { isOnOwnChain, ownHead } from './own-chain.ts';
import { syncStateOf } from './sync-state.ts';

type Proof = z.output<typeof syncProof>;

/** Holds the till's sales, refunds and chain against what the cloud has of them. Fails as `callCloud` does. */
export async function proveSync(context: EngineContext): Promise<Result<Proof, Failure>> {
  const link = context.read.first(linkRow);
  if (link === undefined) return fail(failure('sync-alone'));
  const answer = await callCloud(context, {
    method: 'GET',
    path: '/sync/statement',
    query: { stream: link.stream, upTo: link.acked_seq },
    answer: statementAnswer,
  });
  if (!answer.ok) return answer;
  const there = answer.value;
  const here = await context.readInWorker('sumOwnSide', { after: 0, upTo: link.acked_seq });
  const isOneChain =
    there.upTo === link.acked_seq &&
    isOnOwnChain(context.read, { seq: there.upTo, hash: Buffer.from(there.head, 'hex') });
  syncStateOf(context).forReview = there.forReview;
  return ok({
    upTo: link.acked_seq,
    entries: { here: link.acked_seq, there: there.entries },
    sales: { here: here.sales, there: there.sales },
    refunds: { here: here.refunds, there: there.refunds },
    head: { here: shortened(Buffer.from(link.acked_hash).toString('hex')), there: shortened(there.head) },
    matches:
      isOneChain &&
      there.entries === link.acked_seq &&
      isEqual(here.sales, there.sales) &&
      isEqual(here.refunds, there.refunds),
    waiting: ownHead(context.read).seq - link.acked_seq,
    forReview: there.forReview,
    at: instantOf(context.clock.now()),
  });
}

function isEqual(one: Proof['sales']['here'], other: Proof['sales']['here']): boolean {
  return one.count === other.count && one.totalMinor === other.totalMinor;
}

function shortened(head: string): string {
  return head.slice(0, 8);
}
