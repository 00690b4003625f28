import { z } from 'zod';
import { ok, type Failure, type Result } from '../../../shared/domain/result.ts';
import type { EngineContext } from '../context.ts';
import { rawQuery } from '../db/query.ts';
import { beginLife } from './begin-life.ts';
import { changeIdentity } from './change-identity.ts';
import { isOnOwnChain, ownHead, type ChainPlace } from './own-chain.ts';
import { syncStateOf } from './sync-state.ts';

/** How far this till came, remembered outside the database: one that does not go so far was restored. */
const name = 'newest-entry';
const mark = z.object({ seq: z.int().min(0), hash: z.string().regex(/^[0-9a-f]{64}$/) });

const isMarked = rawQuery<{ writer: string }, { marked: number }>(
  'SELECT marked FROM lives WHERE writer = @writer',
);
const setMarked = rawQuery<{ writer: string }, never>('UPDATE lives SET marked = 1 WHERE writer = @writer');

/**
 * Looks at the start whether the database is the one that this till had: one that is behind what is remembered, has other
 * entries, or came without that memory, was restored or copied, and goes on as a new life before it sells.
 */
export async function noticeRestore(context: EngineContext): Promise<Result<void, Failure>> {
  const remembered = readMark(await context.keys.recall(name));
  const known = context.read.first(isMarked, { writer: context.identity().writer })?.marked === 1;
  const isOurs = remembered === null ? !known : isOnOwnChain(context.read, remembered);
  if (isOurs && known) return ok(undefined);
  if (!isOurs) {
    const begun = await changeIdentity(context, (tx) => {
      beginLife(context, tx, { because: 'restored' });
      return ok(undefined);
    });
    if (!begun.ok) return begun;
  }
  if (!(await remember(context, ownHead(context.read)))) return ok(undefined);
  return context.write((tx) => {
    tx.run(setMarked, { writer: context.identity().writer });
    return ok(undefined);
  });
}

/**
 * Before an own entry is sent, remembers how far the till came: whatever the cloud has, a database without it is noticed. All
 * that waits is remembered at once.
 */
export async function keepMark(context: EngineContext, sent: ChainPlace): Promise<void> {
  const state = syncStateOf(context);
  if (sent.seq <= state.markedSeq) return;
  const head = ownHead(context.read);
  if (await remember(context, head)) state.markedSeq = head.seq;
}

export async function keepLastMark(context: EngineContext): Promise<void> {
  await remember(context, ownHead(context.read));
}

/** Whether it could be kept. Where it cannot, nothing stops: the one before is true as well. */
async function remember({ keys, log }: EngineContext, { seq, hash }: ChainPlace): Promise<boolean> {
  try {
    await keys.remember(name, JSON.stringify({ seq, hash: Buffer.from(hash).toString('hex') }));
    return true;
  } catch (error) {
    log.warn({ err: error }, 'how far this till came could not be remembered');
    return false;
  }
}

function readMark(text: string | null): ChainPlace | null {
  if (text === null) return null;
  try {
    const { seq, hash } = mark.parse(JSON.parse(text));
    return { seq, hash: Buffer.from(hash, 'hex') };
  } catch {
    return null;
  }
}
