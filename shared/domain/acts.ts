import type { Role } from './permissions.ts';

/** What the limit of an act is measured in: parts per million of the price, minor units of money, or nothing. */
export type ActMeasure = 'ppm' | 'minor' | 'none';

/** The acts at the counter that an owner may let staff do freely, with their own PIN, with a manager's, or never. */
export const actMeasures = {
  'discount-line': 'ppm',
  'discount-order': 'ppm',
  'price-change': 'ppm',
  'ad-hoc-item': 'minor',
  'remove-line': 'minor',
  'sell-below-zero': 'none',
  'charge-account': 'minor',
  refund: 'minor',
  'refund-without-receipt': 'minor',
  'refund-other-tender': 'minor',
  void: 'minor',
  'cash-in': 'minor',
  'cash-out': 'minor',
  drop: 'minor',
  'no-sale': 'none',
  reprint: 'none',
  'close-variance': 'minor',
  'close-other-shift': 'none',
} as const satisfies Record<string, ActMeasure>;

export type Act = keyof typeof actMeasures;

export const acts = Object.keys(actMeasures) as [Act, ...Act[]];

/** `own-pin`: who acts types the PIN once more; `manager`: an admin gives theirs; `never`: not even then. */
export const ways = ['allow', 'own-pin', 'manager', 'never'] as const;
export type Way = (typeof ways)[number];

/** Up to `limit` (in the act's measure; null: whatever the figure) `within` counts, above it `beyond`. */
export type ActRule = { within: Way; limit: number | null; beyond: Way };
export type ActRules = Readonly<Record<Act, ActRule>>;

/**
 * How an act has to be approved. `figure` is its size in the act's measure, without a sign; 0 where there is nothing
 * to measure. An admin's own acts need nobody else.
 */
export function wayOf(act: Act, role: Role, figure: number, rules: ActRules): Way {
  if (role === 'admin') return 'allow';
  if (role === 'customer') return 'never';
  const { within, limit, beyond } = rules[act];
  return limit === null || Math.abs(figure) <= limit ? within : beyond;
}
