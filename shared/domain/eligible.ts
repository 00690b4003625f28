import type { CartOffers, Hours, Promotion, Refusal, Reward } from './offers.ts';

/** The part of a cart's offers that says who buys and when. */
export type Occasion = Pick<CartOffers, 'customer' | 'at' | 'weekday' | 'minuteOfDay'>;

const MINUTES_PER_HOUR = 60;

/**
 * Why a promotion does not count for this customer at this time, or null. What is in the cart does not matter here,
 * but for the code that was presented. A code that is needed and missing is the first reason of all.
 */
export function refusePromotion(
  promotion: Promotion,
  occasion: Occasion,
  isPresented: boolean,
): Refusal | null {
  if (promotion.needsCode && !isPresented) return { reason: 'code-needed' };
  return (
    refuseTime(promotion, occasion) ??
    refuseHours(promotion.hours, occasion) ??
    refuseCustomer(promotion, occasion) ??
    refuseUses(promotion)
  );
}

/** Why a reward cannot be taken by this customer at this time, or null; their points are counted elsewhere. */
export function refuseReward(reward: Reward, occasion: Occasion): Refusal | null {
  if (occasion.customer === null) return { reason: 'customer-needed' };
  const untimely = refuseTime(reward, occasion);
  if (untimely !== null) return untimely;
  if (reward.stock !== null && reward.stock <= 0) return { reason: 'used-up' };
  return isReached(reward.limitPerCustomer, reward.usedByCustomer) ? { reason: 'used-up-by-customer' } : null;
}

/**
 * Whether the store's clocks show one of these times. A span that ends at or before its start goes over midnight, and
 * belongs to the day on which it began.
 */
export function isWithinHours(hours: Hours, weekday: number, minuteOfDay: number): boolean {
  const from = minutesOf(hours.from);
  const until = minutesOf(hours.until);
  const isToday = hours.days.includes(weekday);
  if (from < until) return isToday && minuteOfDay >= from && minuteOfDay < until;
  const dayBefore = weekday === 1 ? 7 : weekday - 1;
  return (isToday && minuteOfDay >= from) || (hours.days.includes(dayBefore) && minuteOfDay < until);
}

type Timed = { isActive: boolean; validFrom: string | null; validUntil: string | null };

/** Instants of one shape compare as text; the last one of the validity still counts. */
function refuseTime({ isActive, validFrom, validUntil }: Timed, { at }: Occasion): Refusal | null {
  if (!isActive) return { reason: 'inactive' };
  if (validFrom !== null && at < validFrom) return { reason: 'not-yet' };
  return validUntil !== null && at > validUntil ? { reason: 'over' } : null;
}

function refuseHours(hours: Hours | null, { weekday, minuteOfDay }: Occasion): Refusal | null {
  return hours === null || isWithinHours(hours, weekday, minuteOfDay) ? null : { reason: 'wrong-hours' };
}

/** Points go to customers only, and so do uses that are counted for each customer. */
function refuseCustomer(
  { audience, effect, limitPerCustomer }: Promotion,
  { customer }: Occasion,
): Refusal | null {
  if (customer === null) {
    const isForAnybody =
      audience.kind === 'everybody' && effect.kind !== 'points' && limitPerCustomer === null;
    return isForAnybody ? null : { reason: 'customer-needed' };
  }
  const isMeant =
    (audience.kind !== 'tiers' || audience.tierIds.some((id) => id === customer.tierId)) &&
    (audience.kind !== 'customers' || audience.customerIds.includes(customer.id));
  return isMeant ? null : { reason: 'not-for-this-customer' };
}

function refuseUses({
  limitTotal,
  usedInTotal,
  limitPerCustomer,
  usedByCustomer,
}: Promotion): Refusal | null {
  if (isReached(limitTotal, usedInTotal)) return { reason: 'used-up' };
  return isReached(limitPerCustomer, usedByCustomer) ? { reason: 'used-up-by-customer' } : null;
}

function isReached(limit: number | null, used: number): boolean {
  return limit !== null && used >= limit;
}

function minutesOf(time: string): number {
  const [hours = '', minutes = ''] = time.split(':');
  return Number(hours) * MINUTES_PER_HOUR + Number(minutes);
}
