import type { z } from 'zod';
import type { Reward, RewardChange, rewardCreate, RewardCreate } from '../../../shared/api/offers.ts';
import { isWithin, problemsOf, type Problems } from './problems.ts';
import { readLimit } from './read-limit.ts';
import { dayOf, endOfDay, lastDayOf, startOfDay, type StoreClock } from './store-day.ts';

/** A reward as it stands in the form. Numbers are null, and limits text, while nothing readable is written. */
export type RewardDraft = {
  title: string;
  description: string;
  points: number | null;
  effectKind: Reward['effect']['kind'];
  percentPpm: number | null;
  amountMinor: number | null;
  productId: string | null;
  stock: string;
  fromDate: string;
  untilDate: string;
  limitPerCustomer: string;
  isActive: boolean;
};

export const newReward: RewardDraft = {
  title: '',
  description: '',
  points: null,
  effectKind: 'amount',
  percentPpm: null,
  amountMinor: null,
  productId: null,
  stock: '',
  fromDate: '',
  untilDate: '',
  limitPerCustomer: '',
  isActive: true,
};

export function rewardDraftOf(reward: Reward, clock: StoreClock): RewardDraft {
  const { title, description, points, effect, stock, validFrom, validUntil } = reward;
  return {
    title,
    description,
    points,
    effectKind: effect.kind,
    percentPpm: effect.kind === 'percent' ? effect.percentPpm : null,
    amountMinor: effect.kind === 'amount' ? effect.amountMinor : null,
    productId: effect.kind === 'free-item' ? effect.productId : null,
    stock: stock === null ? '' : String(stock),
    fromDate: validFrom === null ? '' : dayOf(validFrom, clock),
    untilDate: validUntil === null ? '' : lastDayOf(validUntil, clock),
    limitPerCustomer: reward.limitPerCustomer === null ? '' : String(reward.limitPerCustomer),
    isActive: reward.isActive,
  };
}

/** What is still missing before it can be saved; everything else the engine checks. */
export function rewardProblems(draft: RewardDraft): Problems<RewardDraft> {
  const { effectKind: kind, fromDate, untilDate } = draft;
  return problemsOf<RewardDraft>([
    ['title', draft.title.trim() === '', 'titleNeeded'],
    ['points', !isWithin(draft.points, 1, 100_000_000), 'pointsNeeded'],
    ['percentPpm', kind === 'percent' && !isWithin(draft.percentPpm, 1, 1_000_000), 'percentNeeded'],
    ['amountMinor', kind === 'amount' && !isWithin(draft.amountMinor, 1, 1_000_000_000_000), 'amountNeeded'],
    ['productId', kind === 'free-item' && draft.productId === null, 'freeProductNeeded'],
    ['stock', readLimit(draft.stock, 0) === undefined, 'stockInvalid'],
    ['untilDate', fromDate !== '' && untilDate !== '' && untilDate < fromDate, 'datesWrong'],
    ['limitPerCustomer', readLimit(draft.limitPerCustomer) === undefined, 'limitInvalid'],
  ]);
}

function effectOf({ effectKind: kind, percentPpm, amountMinor, productId }: RewardDraft): Reward['effect'] {
  if (kind === 'percent') return { kind, percentPpm: percentPpm ?? 0 };
  return kind === 'amount'
    ? { kind, amountMinor: amountMinor ?? 0 }
    : { kind: 'free-item', productId: productId ?? '' };
}

export type RewardFields = Omit<z.output<typeof rewardCreate>, 'id'>;

/** What the draft says, as the engine takes it. */
export function rewardFieldsOf(draft: RewardDraft, clock: StoreClock): RewardFields {
  return {
    title: draft.title.trim(),
    description: draft.description.trim(),
    points: draft.points ?? 0,
    effect: effectOf(draft),
    stock: readLimit(draft.stock, 0) ?? null,
    validFrom: draft.fromDate === '' ? null : startOfDay(draft.fromDate, clock),
    validUntil: draft.untilDate === '' ? null : endOfDay(draft.untilDate, clock),
    limitPerCustomer: readLimit(draft.limitPerCustomer) ?? null,
    isActive: draft.isActive,
  };
}

export function createRewardOf(draft: RewardDraft, id: string, clock: StoreClock): RewardCreate {
  return { id, ...rewardFieldsOf(draft, clock) };
}

/** Only what is different, so that what was given away meanwhile is left alone. */
export function changeRewardOf(draft: RewardDraft, from: RewardDraft, clock: StoreClock): RewardChange {
  const before = rewardFieldsOf(from, clock);
  return Object.fromEntries(
    Object.entries(rewardFieldsOf(draft, clock)).filter(
      ([name, value]) => JSON.stringify(value) !== JSON.stringify(before[name as keyof RewardFields]),
    ),
  );
}
