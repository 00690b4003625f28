import type { Promotion } from '../../../shared/api/offers.ts';
import type { Settings } from '../../../shared/api/settings.ts';
import { currencyOf } from '../../../shared/domain/currency.ts';
import { decimalText } from '../../../shared/domain/money.ts';
import type { ReadableDatabase } from '../db/database.ts';
import { query, type Query } from '../db/query.ts';

type NameById = Query<{ id: string }, { name: string }>;
const productName: NameById = query<{ id: string }>()((b, p) =>
  b.selectFrom('products').select('name').where('id', '=', p('id')),
);
const categoryName: NameById = query<{ id: string }>()((b, p) =>
  b.selectFrom('categories').select('name').where('id', '=', p('id')),
);

const mostNames = 3;

/** What a promotion gives, to whom and when, in a few short sentences for a sheet on the wall; its description first. */
export function promotionTerms(db: ReadableDatabase, promotion: Promotion, settings: Settings): string[] {
  return [
    promotion.description.replaceAll('\n', ' '),
    `${effectText(promotion, settings)}${scopeText(db, promotion)}`,
    spendText(promotion, settings),
    audienceText(promotion, settings),
    datesText(promotion, settings),
    hoursText(promotion, settings),
    limitText(promotion),
  ].filter((sentence) => sentence !== '');
}

function effectText({ effect, bonusPoints }: Promotion, settings: Settings): string {
  const plus = bonusPoints === 0 ? '' : `, and ${counted(bonusPoints, 'bonus point')}`;
  switch (effect.kind) {
    case 'percent':
      return `${percent(effect.percentPpm)} off${plus}`;
    case 'amount':
      return `${money(effect.amountMinor, settings)} off${plus}`;
    case 'buy-get': {
      const price = effect.percentPpm === 1_000_000 ? 'free' : `at ${percent(effect.percentPpm)} off`;
      return `Buy ${effect.buyCount}, get ${effect.getCount} ${price}${plus}`;
    }
    case 'bundle':
      return `${effect.count} for ${money(effect.priceMinor, settings)}${plus}`;
    case 'points':
      return counted(bonusPoints, 'bonus point');
  }
}

function scopeText(db: ReadableDatabase, { scope }: Promotion): string {
  if (scope.kind === 'all') return '';
  const [byId, ids] =
    scope.kind === 'products' ? [productName, scope.productIds] : [categoryName, scope.categoryIds];
  const names = ids.slice(0, mostNames).flatMap((id) => db.first(byId, { id })?.name ?? []);
  return `: ${names.join(', ')}${ids.length > mostNames ? ' and others' : ''}`;
}

function spendText({ minimumSpendMinor }: Promotion, settings: Settings): string {
  return minimumSpendMinor === 0 ? '' : `From ${money(minimumSpendMinor, settings)}`;
}

function audienceText({ audience }: Promotion, settings: Settings): string {
  switch (audience.kind) {
    case 'everybody':
      return '';
    case 'members':
      return 'For members';
    case 'customers':
      return 'For invited customers';
    case 'tiers': {
      const tiers = settings.points.tiers.filter(({ id }) => audience.tierIds.includes(id));
      return `For ${tiers.map(({ name }) => name).join(' and ')} members`;
    }
  }
}

function datesText({ validFrom, validUntil }: Promotion, settings: Settings): string {
  const { locale, timeZone } = settings.shop;
  const format = new Intl.DateTimeFormat(locale, { timeZone, dateStyle: 'medium', numberingSystem: 'latn' });
  const day = (instant: string) => format.format(Date.parse(instant));
  if (validFrom === null) return validUntil === null ? '' : `Until ${day(validUntil)}`;
  return validUntil === null ? `From ${day(validFrom)}` : `${day(validFrom)} to ${day(validUntil)}`;
}

/** A Monday, to name the days of the week by. */
const aMonday = Date.UTC(2024, 0, 1);

function hoursText({ hours }: Promotion, settings: Settings): string {
  if (hours === null) return '';
  const format = new Intl.DateTimeFormat(settings.shop.locale, { timeZone: 'UTC', weekday: 'short' });
  const days = [...hours.days].sort().map((day) => format.format(aMonday + (day - 1) * 86_400_000));
  return `${days.length === 7 ? 'Every day' : days.join(', ')} ${hours.from} to ${hours.until}`;
}

function limitText({ limitPerCustomer }: Promotion): string {
  if (limitPerCustomer === null) return '';
  return limitPerCustomer === 1 ? 'Once per customer' : `${limitPerCustomer} times per customer`;
}

function percent(ppm: number): string {
  return `${ppm / 10_000}%`;
}

function money(amountMinor: number, { shop }: Settings): string {
  const currency = currencyOf(shop.currency);
  return currency === undefined
    ? `${amountMinor} ${shop.currency}`
    : `${currency.code} ${decimalText(amountMinor, currency)}`;
}

function counted(count: number, what: string): string {
  return `${count} ${what}${count === 1 ? '' : 's'}`;
}
