import type { Promotion, Reward } from '../../../shared/api/offers.ts';
import type { Formats } from '../../ui/format.tsx';
import type { PromotionFields } from './promotion-draft.ts';
import { lastDayOf, dayOf, type StoreClock } from './store-day.ts';
import { offersTexts } from './texts.ts';

/** What things are called; undefined while it is not known yet. */
export type Names = {
  product: (id: string) => string | undefined;
  category: (id: string) => string | undefined;
  tier: (id: string) => string | undefined;
};

/** How the shop says and counts things. */
export type Words = { formats: Formats; clock: StoreClock; names: Names };

const t = offersTexts.text;
/** More than these are counted, not named. */
export const mostNamed = 3;
const free = 1_000_000;

/** What a promotion does, as one would tell a customer: one sentence each for what, who, when and on what terms. */
export function promotionWords(fields: PromotionFields, words: Words): string[] {
  return [
    giveWords(fields.effect, scopeWords(fields.scope, words), words.formats),
    ...bonusWords(fields.bonusPoints, words),
    ...audienceWords(fields.audience, words),
    ...datesWords(fields, words),
    ...hoursWords(fields.hours, words),
    ...termsWords(fields, words),
  ];
}

/** What a promotion gives, in one line, for a list. */
export function promotionInShort(promotion: Promotion, words: Words): string {
  const { effect, scope, bonusPoints } = promotion;
  const gives = giveWords(effect, scopeWords(scope, words), words.formats);
  if (effect.kind === 'points') return bonusWords(bonusPoints, words).join(' ');
  return [gives, ...bonusWords(bonusPoints, words)].join(' ');
}

function giveWords(effect: Promotion['effect'], what: string, { percent, money, number }: Formats): string {
  switch (effect.kind) {
    case 'percent':
      return t('says-percent', { percent: percent(effect.percentPpm), what });
    case 'amount':
      return t('says-amount', { amount: money(effect.amountMinor), what });
    case 'buy-get': {
      const counts = { buy: number(effect.buyCount), get: number(effect.getCount), what };
      return effect.percentPpm === free
        ? t('says-free', counts)
        : t('says-cheaper', { ...counts, percent: percent(effect.percentPpm) });
    }
    case 'bundle':
      return t('says-bundle', { count: number(effect.count), what, price: money(effect.priceMinor) });
    case 'points':
      return t('says-points');
  }
}

function scopeWords(scope: Promotion['scope'], { names, formats }: Words): string {
  if (scope.kind === 'all') return t('everything');
  if (scope.kind === 'categories') {
    return t('inCategories', { names: listWords(scope.categoryIds.map(names.category), formats) });
  }
  const known = scope.productIds.map(names.product);
  if (known.slice(0, mostNamed).includes(undefined)) {
    const count = scope.productIds.length;
    return t('someProducts', { count, number: formats.number(count) });
  }
  return listWords(known, formats);
}

/** The first few by name, and how many more there are. */
function listWords(known: readonly (string | undefined)[], { locale, number }: Formats): string {
  const named = known.slice(0, mostNamed).map((name) => name ?? '…');
  const more = known.length - named.length;
  if (more > 0) named.push(t('andMore', { count: more, number: number(more) }));
  return new Intl.ListFormat(locale, { type: 'conjunction' }).format(named);
}

function bonusWords(points: number, { formats }: Words): string[] {
  return points === 0 ? [] : [t('saysBonus', { count: points, number: formats.number(points) })];
}

function audienceWords(audience: Promotion['audience'], { names, formats }: Words): string[] {
  switch (audience.kind) {
    case 'everybody':
      return [];
    case 'members':
      return [t('saysMembers')];
    case 'tiers':
      return [t('saysTiers', { names: listWords(audience.tierIds.map(names.tier), formats) })];
    case 'customers': {
      const count = audience.customerIds.length;
      return [t('saysCustomers', { count, number: formats.number(count) })];
    }
  }
}

type Validity = { validFrom: string | null; validUntil: string | null };

/** `Nov 1, 2026 to Nov 30, 2026.`; nothing when it has neither beginning nor end. */
export function datesWords(
  { validFrom, validUntil }: Validity,
  { formats: { day }, clock }: Words,
): string[] {
  const from = validFrom === null ? '' : day(dayOf(validFrom, clock));
  const until = validUntil === null ? '' : day(lastDayOf(validUntil, clock));
  if (from !== '' && until !== '') return [t('saysFromTo', { from, until })];
  if (from !== '') return [t('saysFrom', { from })];
  return until === '' ? [] : [t('saysUntil', { until })];
}

export function hoursWords(hours: Promotion['hours'], words: Words): string[] {
  if (hours === null) return [];
  const { from, until } = hours;
  return [t('saysHours', { days: daysWords(hours.days, words), from, until })];
}

function daysWords(days: readonly number[], { formats: { locale } }: Words): string {
  if (days.length === 7) return t('everyDay');
  return new Intl.ListFormat(locale, { type: 'conjunction' }).format(
    days.map((day) => weekdayName(day, locale)),
  );
}

/** `Mon` for 1, and so on to 7. */
export function weekdayName(day: number, locale: string): string {
  // 5 January 1970 was a Monday.
  const instant = Date.UTC(1970, 0, 4 + day);
  return new Intl.DateTimeFormat(locale, { weekday: 'short', timeZone: 'UTC' }).format(instant);
}

function termsWords(fields: PromotionFields, { formats: { money, number } }: Words): string[] {
  const { needsCode, couponCode, minimumSpendMinor, limitPerCustomer, limitTotal } = fields;
  const said: string[] = [];
  if (needsCode) said.push(couponCode === null ? t('saysCode') : t('saysCoupon', { code: couponCode }));
  if (minimumSpendMinor > 0) said.push(t('saysMinimum', { amount: money(minimumSpendMinor) }));
  if (limitPerCustomer !== null) {
    said.push(t('saysPerCustomer', { count: limitPerCustomer, number: number(limitPerCustomer) }));
  }
  if (limitTotal !== null) said.push(t('saysTotal', { count: limitTotal, number: number(limitTotal) }));
  return said;
}

/** What a reward gives, in one line. */
export function rewardInShort(
  effect: Reward['effect'],
  { names, formats: { percent, money } }: Words,
): string {
  switch (effect.kind) {
    case 'percent':
      return t('says-reward-percent', { percent: percent(effect.percentPpm) });
    case 'amount':
      return t('says-reward-amount', { amount: money(effect.amountMinor) });
    case 'free-item':
      return t('says-free-item', { what: names.product(effect.productId) ?? '…' });
  }
}

type RewardSaid = Pick<Reward, 'points' | 'effect' | 'stock' | 'limitPerCustomer'> & Validity;

/** What a reward is, in sentences. */
export function rewardWords(reward: RewardSaid, words: Words): string[] {
  const { number } = words.formats;
  const { points, stock, limitPerCustomer } = reward;
  const what = rewardInShort(reward.effect, words);
  const said = [
    t('saysReward', { what, count: points, number: number(points) }),
    ...datesWords(reward, words),
  ];
  if (stock !== null) said.push(t('saysStock', { count: stock, number: number(stock) }));
  if (limitPerCustomer !== null) {
    said.push(t('saysPerCustomer', { count: limitPerCustomer, number: number(limitPerCustomer) }));
  }
  return said;
}
