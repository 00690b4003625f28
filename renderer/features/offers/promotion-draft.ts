import type {
  Promotion,
  PromotionChange,
  PromotionCreate,
  promotionCreate,
} from '../../../shared/api/offers.ts';
import type { z } from 'zod';
import { readLimit } from './read-limit.ts';
import { dayOf, endOfDay, lastDayOf, startOfDay, type StoreClock } from './store-day.ts';

export type EffectKind = Promotion['effect']['kind'];
export type ScopeKind = Promotion['scope']['kind'];
export type AudienceKind = Promotion['audience']['kind'];

/** A promotion as it stands in the form. Numbers are null, and limits text, while nothing readable is written. */
export type PromotionDraft = {
  title: string;
  description: string;
  effectKind: EffectKind;
  percentPpm: number | null;
  amountMinor: number | null;
  buyCount: number | null;
  getCount: number | null;
  getPercentPpm: number | null;
  bundleCount: number | null;
  bundleMinor: number | null;
  scopeKind: ScopeKind;
  productIds: readonly string[];
  categoryIds: readonly string[];
  audienceKind: AudienceKind;
  tierIds: readonly string[];
  customerIds: readonly string[];
  fromDate: string;
  untilDate: string;
  hasHours: boolean;
  days: readonly number[];
  hoursFrom: string;
  hoursUntil: string;
  needsCode: boolean;
  couponCode: string;
  bonusPoints: number | null;
  minimumSpendMinor: number | null;
  limitPerCustomer: string;
  limitTotal: string;
  combines: boolean;
  priority: number | null;
  isActive: boolean;
};

const everyDay = [1, 2, 3, 4, 5, 6, 7];

export const newPromotion: PromotionDraft = {
  title: '',
  description: '',
  effectKind: 'percent',
  percentPpm: null,
  amountMinor: null,
  buyCount: 2,
  getCount: 1,
  getPercentPpm: 1_000_000,
  bundleCount: 3,
  bundleMinor: null,
  scopeKind: 'all',
  productIds: [],
  categoryIds: [],
  audienceKind: 'everybody',
  tierIds: [],
  customerIds: [],
  fromDate: '',
  untilDate: '',
  hasHours: false,
  days: everyDay,
  hoursFrom: '14:00',
  hoursUntil: '17:00',
  needsCode: false,
  couponCode: '',
  bonusPoints: 0,
  minimumSpendMinor: 0,
  limitPerCustomer: '',
  limitTotal: '',
  combines: false,
  priority: 100,
  isActive: true,
};

export function promotionDraftOf(promotion: Promotion, clock: StoreClock): PromotionDraft {
  const { title, description, scope, audience, validFrom, validUntil, hours } = promotion;
  const { limitPerCustomer, limitTotal, needsCode, bonusPoints, minimumSpendMinor } = promotion;
  const { combines, priority, isActive } = promotion;
  return {
    ...newPromotion,
    title,
    description,
    ...effectDraft(promotion.effect),
    scopeKind: scope.kind,
    productIds: scope.kind === 'products' ? scope.productIds : [],
    categoryIds: scope.kind === 'categories' ? scope.categoryIds : [],
    audienceKind: audience.kind,
    tierIds: audience.kind === 'tiers' ? audience.tierIds : [],
    customerIds: audience.kind === 'customers' ? audience.customerIds : [],
    fromDate: validFrom === null ? '' : dayOf(validFrom, clock),
    untilDate: validUntil === null ? '' : lastDayOf(validUntil, clock),
    hasHours: hours !== null,
    ...(hours === null ? {} : { days: hours.days, hoursFrom: hours.from, hoursUntil: hours.until }),
    needsCode,
    couponCode: promotion.couponCode ?? '',
    bonusPoints,
    minimumSpendMinor,
    limitPerCustomer: limitPerCustomer === null ? '' : String(limitPerCustomer),
    limitTotal: limitTotal === null ? '' : String(limitTotal),
    combines,
    priority,
    isActive,
  };
}

function effectDraft(effect: Promotion['effect']): Partial<PromotionDraft> {
  const effectKind = effect.kind;
  switch (effect.kind) {
    case 'percent':
      return { effectKind, percentPpm: effect.percentPpm };
    case 'amount':
      return { effectKind, amountMinor: effect.amountMinor };
    case 'buy-get': {
      const { buyCount, getCount, percentPpm } = effect;
      return { effectKind, buyCount, getCount, getPercentPpm: percentPpm };
    }
    case 'bundle':
      return { effectKind, bundleCount: effect.count, bundleMinor: effect.priceMinor };
    case 'points':
      return { effectKind };
  }
}

function effectOf(draft: PromotionDraft): Promotion['effect'] {
  const { effectKind: kind } = draft;
  switch (kind) {
    case 'percent':
      return { kind, percentPpm: draft.percentPpm ?? 0 };
    case 'amount':
      return { kind, amountMinor: draft.amountMinor ?? 0 };
    case 'buy-get': {
      const { buyCount, getCount, getPercentPpm } = draft;
      return { kind, buyCount: buyCount ?? 0, getCount: getCount ?? 0, percentPpm: getPercentPpm ?? 0 };
    }
    case 'bundle':
      return { kind, count: draft.bundleCount ?? 0, priceMinor: draft.bundleMinor ?? 0 };
    case 'points':
      return { kind };
  }
}

function scopeOf({ scopeKind: kind, productIds, categoryIds }: PromotionDraft): Promotion['scope'] {
  if (kind === 'products') return { kind, productIds: [...productIds] };
  return kind === 'categories' ? { kind, categoryIds: [...categoryIds] } : { kind };
}

function audienceOf({ audienceKind: kind, tierIds, customerIds }: PromotionDraft): Promotion['audience'] {
  if (kind === 'tiers') return { kind, tierIds: [...tierIds] };
  return kind === 'customers' ? { kind, customerIds: [...customerIds] } : { kind };
}

export type PromotionFields = Omit<z.output<typeof promotionCreate>, 'id'>;

/** What the draft says, as the engine takes it. A last day ends when the shop's next day begins. */
export function promotionFieldsOf(draft: PromotionDraft, clock: StoreClock): PromotionFields {
  const { days, hoursFrom: from, hoursUntil: until } = draft;
  return {
    title: draft.title.trim(),
    description: draft.description.trim(),
    effect: effectOf(draft),
    scope: scopeOf(draft),
    audience: audienceOf(draft),
    needsCode: draft.needsCode,
    couponCode: draft.couponCode.trim() === '' ? null : draft.couponCode.trim(),
    validFrom: draft.fromDate === '' ? null : startOfDay(draft.fromDate, clock),
    validUntil: draft.untilDate === '' ? null : endOfDay(draft.untilDate, clock),
    hours: draft.hasHours ? { days: [...days].sort((a, b) => a - b), from, until } : null,
    minimumSpendMinor: draft.minimumSpendMinor ?? 0,
    bonusPoints: draft.bonusPoints ?? 0,
    combines: draft.combines,
    priority: draft.priority ?? 100,
    limitPerCustomer: readLimit(draft.limitPerCustomer) ?? null,
    limitTotal: readLimit(draft.limitTotal) ?? null,
    isActive: draft.isActive,
  };
}

export function createPromotionOf(draft: PromotionDraft, id: string, clock: StoreClock): PromotionCreate {
  return { id, ...promotionFieldsOf(draft, clock) };
}

/** Only what is different, so that what somebody else changed meanwhile is left alone. */
export function changePromotionOf(
  draft: PromotionDraft,
  from: PromotionDraft,
  clock: StoreClock,
): PromotionChange {
  const before = promotionFieldsOf(from, clock);
  return Object.fromEntries(
    Object.entries(promotionFieldsOf(draft, clock)).filter(
      ([name, value]) => JSON.stringify(value) !== JSON.stringify(before[name as keyof PromotionFields]),
    ),
  );
}
