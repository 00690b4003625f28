import type { Customer } from '../../../shared/api/customers.ts';
import type { OffersAnswer } from '../../../shared/api/offers.ts';
import type { Settings } from '../../../shared/api/settings.ts';

/** Where a customer stands with the shop, at one glance. */
export type Standing = {
  tierName: string | null;
  /** What is left once this sale's rewards and payment with points are taken from `balance`. */
  points: number;
  balance: number;
  /** What the points pay for, or null where nobody pays with points. */
  worthMinor: number | null;
  /** Points that end within weeks, unless they are used. */
  expiring: { points: number; on: string } | null;
};

const DAY = 86_400_000;
const SOON_DAYS = 45;

/**
 * `known`: what the engine says of this customer; null until it has answered. `spent`: points that this sale takes.
 * `now` in milliseconds.
 */
export function standingOf(
  customer: Pick<Customer, 'id' | 'pointsBalance'>,
  known: OffersAnswer['customer'],
  { redeem, valueMinor }: Pick<Settings['points'], 'redeem' | 'valueMinor'>,
  { spent, now }: { spent: number; now: number },
): Standing {
  const own = known?.id === customer.id ? known : null;
  const balance = own?.pointsBalance ?? customer.pointsBalance;
  const points = balance - spent;
  return {
    tierName: own?.tierName ?? null,
    points,
    balance,
    worthMinor: redeem && points > 0 ? points * valueMinor : null,
    expiring: own === null ? null : expiringSoon(own, now),
  };
}

function expiringSoon(
  { expiringPoints, expiringOn }: NonNullable<OffersAnswer['customer']>,
  now: number,
): Standing['expiring'] {
  if (expiringOn === null || expiringPoints <= 0) return null;
  const isSoon = Date.parse(`${expiringOn}T00:00:00Z`) - now <= SOON_DAYS * DAY;
  return isSoon ? { points: expiringPoints, on: expiringOn } : null;
}
