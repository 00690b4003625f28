import { genesisHash } from '../../../shared/journal/chain.ts';
import { ok, type Failure, type Result } from '../../../shared/domain/result.ts';
import { linkRow, type Link } from '../cloud-link/index.ts';
import type { EngineContext } from '../context.ts';
import { confirmSent } from './link-writes.ts';

/**
 * A cloud that does not know this register was put back to a backup of before it joined, and has nothing of it: all of its
 * entries wait again, for a file or for a new code.
 */
export function noteUnknown(
  context: EngineContext,
  link: Link,
  { details }: Failure,
): Promise<Result<void, Failure>> {
  const isNew = details?.['cloud'] === 'register-unknown' && link.acked_seq > 0;
  if (!isNew) return Promise.resolve(ok(undefined));
  return context.write((tx) => {
    if (tx.first(linkRow)?.register_id === link.register_id)
      tx.run(confirmSent, { seq: 0, hash: genesisHash, at: link.last_success_at ?? link.joined_at });
    return ok(undefined);
  });
}
