import type { PushRequest } from '../../shared/sync/protocol.ts';
import type { Tx } from '../db/tx.ts';
import type { Stream } from './lock-stream.ts';

/** Whether what is sent has another chain than what the cloud has of this stream, as far as both have it. */
export async function isForked(tx: Tx, stream: Stream, { prevHash, entries }: PushRequest): Promise<boolean> {
  const before = (entries[0]?.seq ?? 0) - 1;
  if (before > stream.last) return false;
  if (before === stream.last) return prevHash !== stream.head;
  const sent = new Map([[before, prevHash], ...entries.map(({ seq, hash }) => [seq, hash] as const)]);
  if ((sent.get(stream.base_seq) ?? stream.base_head) !== stream.base_head) return true;
  const known = await tx
    .selectFrom('entries')
    .select(['seq', 'hash'])
    .where('store_id', '=', stream.store_id)
    .where('stream', '=', stream.id)
    .where('seq', '>=', before)
    .where('seq', '<=', before + entries.length)
    .execute();
  return known.some(({ seq, hash }) => sent.get(seq) !== hash);
}
