import type { Settings } from '../../../shared/api/settings.ts';
import type { StoredCredit } from './credit-statements.ts';

/** How far down a balance may be taken: nothing is left on a card, and an account owes its limit. */
export function creditFloor(
  { credit }: Settings,
  { kind, limitMinor }: Pick<StoredCredit, 'kind' | 'limitMinor'>,
): number {
  return kind === 'on-account' ? 0 - (limitMinor ?? credit.accountLimitMinor) : 0;
}
