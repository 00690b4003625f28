import type { SyncStatus } from '../../../shared/api/sync.ts';
import { instantOf } from '../clock.ts';
import { linkRow } from '../cloud-link/index.ts';
import type { EngineContext } from '../context.ts';
import { ownHead } from './own-chain.ts';
import { arrivingNow } from './snapshot/index.ts';
import { syncGlance } from './sync-glance.ts';
import { syncStateOf } from './sync-state.ts';

/** Everything that the sync page shows. */
export async function syncStatus(context: EngineContext): Promise<SyncStatus> {
  const link = context.read.first(linkRow);
  const { storeCode, registerCode } = context.identity();
  const { behind, forReview, nextTryAt } = syncStateOf(context);
  const sent = link?.acked_seq ?? 0;
  const waiting = { after: sent, upTo: ownHead(context.read).seq };
  const { sales } = await context.readInWorker('sumOwnSide', waiting);
  return {
    ...syncGlance(context),
    joined:
      link === undefined
        ? null
        : {
            url: link.url,
            organisation: link.organisation_name,
            store: { code: storeCode, name: link.store_name },
            register: { id: link.register_id, code: registerCode, name: link.register_name },
            joinedAt: link.joined_at,
          },
    waitingSales: sales.count,
    sent,
    behind,
    forReview,
    nextTryAt: nextTryAt === null ? null : instantOf(nextTryAt),
    arriving: arrivingNow(context),
  };
}
