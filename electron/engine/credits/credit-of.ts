import type { Credit } from '../../../shared/api/credits.ts';
import { instantOf } from '../clock.ts';
import type { EngineContext } from '../context.ts';
import { creditFloor } from './credit-floor.ts';
import type { StoredCredit } from './credit-statements.ts';

/** Whether it may be paid with, by its own standing. A gift card is good until the end of its last day. */
export function creditState(
  context: EngineContext,
  { blockedAt, expiresOn }: Pick<StoredCredit, 'blockedAt' | 'expiresOn'>,
): Credit['state'] {
  if (blockedAt !== null) return 'blocked';
  const today = context.businessDateOf(instantOf(context.clock.now()));
  return expiresOn !== null && expiresOn < today ? 'expired' : 'usable';
}

/** A card or account as the API tells it. */
export function creditOf(context: EngineContext, stored: StoredCredit): Credit {
  const { id, kind, code, balanceMinor, limitMinor, customerId, customerCode, customerName } = stored;
  const { blockedReason, expiresOn, createdAt } = stored;
  const state = creditState(context, stored);
  const above = Math.max(balanceMinor - creditFloor(context.settings(), stored), 0);
  return {
    id,
    kind,
    codeEnd: code?.slice(-4) ?? null,
    customer:
      customerId === null ? null : { id: customerId, code: customerCode ?? '', name: customerName ?? '' },
    balanceMinor,
    limitMinor,
    leftMinor: state === 'usable' ? above : 0,
    state,
    blockedReason,
    expiresOn,
    createdAt,
  };
}
