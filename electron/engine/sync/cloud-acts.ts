import { z } from 'zod';
import type { SyncCode, syncCodeRequest, syncReviewDecision } from '../../../shared/api/sync.ts';
import { ok, type Failure, type Result } from '../../../shared/domain/result.ts';
import { writeJoinText } from '../../../shared/domain/join-text.ts';
import { codeAnswer } from '../../../shared/sync/protocol.ts';
import { callCloud, linkRow } from '../cloud-link/index.ts';
import type { Actor, EngineContext } from '../context.ts';
import { keepSnapshotFresh } from './snapshot/index.ts';

/** Asks the cloud for a code for one more till, and sends meanwhile what that till will begin with. Fails as `callCloud` does. */
export async function makeCode(
  context: EngineContext,
  asked: z.output<typeof syncCodeRequest>,
): Promise<Result<SyncCode, Failure>> {
  const url = context.read.first(linkRow)?.url ?? '';
  const made = await callCloud(context, {
    method: 'POST',
    path: '/registers/codes',
    json: asked,
    answer: codeAnswer,
  });
  if (!made.ok) return made;
  void keepSnapshotFresh(context);
  return ok({ ...made.value, joinText: writeJoinText({ url, code: made.value.code }) });
}

/** Takes another register out of the shop; what it sent stays. Fails as `callCloud` does. */
export async function revokeRegister(context: EngineContext, id: string): Promise<Result<void, Failure>> {
  const path = `/registers/${id}/revoke`;
  const revoked = await callCloud(context, { method: 'POST', path, answer: z.unknown() });
  return revoked.ok ? ok(undefined) : revoked;
}

/** Decides on what the cloud keeps for review, in the name of who acts here. Fails as `callCloud` does. */
export async function decideReview(
  context: EngineContext,
  id: string,
  decision: z.output<typeof syncReviewDecision>,
  actor: Actor,
): Promise<Result<undefined, Failure>> {
  const decided = await callCloud(context, {
    method: 'POST',
    path: `/reviews/${id}/decide`,
    json: { ...decision, by: actor.displayName },
    answer: z.unknown(),
  });
  return decided.ok ? ok(undefined) : decided;
}
