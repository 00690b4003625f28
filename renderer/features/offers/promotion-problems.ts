import { isWithin, problemsOf, type Check, type Problems } from './problems.ts';
import type { PromotionDraft } from './promotion-draft.ts';
import { readLimit } from './read-limit.ts';

type Checks = readonly Check<PromotionDraft>[];

const mostMinor = 1_000_000_000_000;
const isTime = (text: string) => /^([01]\d|2[0-3]):[0-5]\d$/.test(text);
const isCoupon = (text: string) => text === '' || /^[A-Za-z0-9-]{3,32}$/.test(text);

/** What is still missing before it can be tried or saved; everything else the engine checks. */
export function promotionProblems(draft: PromotionDraft): Problems<PromotionDraft> {
  return problemsOf<PromotionDraft>([
    ['title', draft.title.trim() === '', 'titleNeeded'],
    ...effectChecks(draft),
    ...whoseChecks(draft),
    ...whenChecks(draft),
    ['couponCode', !isCoupon(draft.couponCode.trim()), 'couponInvalid'],
    ['minimumSpendMinor', !isWithin(draft.minimumSpendMinor, 0, mostMinor), 'minimumInvalid'],
    ['limitPerCustomer', readLimit(draft.limitPerCustomer) === undefined, 'limitInvalid'],
    ['limitTotal', readLimit(draft.limitTotal) === undefined, 'limitInvalid'],
    ['priority', !isWithin(draft.priority, 0, 1000), 'priorityInvalid'],
  ]);
}

/** Whether it can be said what it does: the rest may still be missing. */
export function saysWhatItGives(draft: PromotionDraft): boolean {
  return Object.keys(problemsOf([...effectChecks(draft), ...whoseChecks(draft)])).length === 0;
}

function effectChecks(draft: PromotionDraft): Checks {
  const { effectKind: kind, bonusPoints } = draft;
  const isBuyGet = kind === 'buy-get';
  const isBundle = kind === 'bundle';
  return [
    ['percentPpm', kind === 'percent' && !isWithin(draft.percentPpm, 1, 1_000_000), 'percentNeeded'],
    ['amountMinor', kind === 'amount' && !isWithin(draft.amountMinor, 1, mostMinor), 'amountNeeded'],
    ['buyCount', isBuyGet && !isWithin(draft.buyCount, 1, 10_000), 'countNeeded'],
    ['getCount', isBuyGet && !isWithin(draft.getCount, 1, 10_000), 'countNeeded'],
    ['getPercentPpm', isBuyGet && !isWithin(draft.getPercentPpm, 1, 1_000_000), 'percentNeeded'],
    ['bundleCount', isBundle && !isWithin(draft.bundleCount, 2, 10_000), 'bundleCountNeeded'],
    ['bundleMinor', isBundle && !isWithin(draft.bundleMinor, 0, mostMinor), 'priceNeeded'],
    ['bonusPoints', kind === 'points' && !isWithin(bonusPoints, 1, 1_000_000), 'bonusNeeded'],
    ['bonusPoints', kind !== 'points' && !isWithin(bonusPoints, 0, 1_000_000), 'bonusInvalid'],
  ];
}

function whoseChecks({ scopeKind, audienceKind, ...draft }: PromotionDraft): Checks {
  return [
    ['productIds', scopeKind === 'products' && draft.productIds.length === 0, 'productsNeeded'],
    ['categoryIds', scopeKind === 'categories' && draft.categoryIds.length === 0, 'categoriesNeeded'],
    ['tierIds', audienceKind === 'tiers' && draft.tierIds.length === 0, 'tiersNeeded'],
    ['customerIds', audienceKind === 'customers' && draft.customerIds.length === 0, 'customersNeeded'],
  ];
}

function whenChecks({ fromDate, untilDate, hasHours, ...draft }: PromotionDraft): Checks {
  return [
    ['untilDate', fromDate !== '' && untilDate !== '' && untilDate < fromDate, 'datesWrong'],
    ['days', hasHours && draft.days.length === 0, 'daysNeeded'],
    ['hoursFrom', hasHours && !isTime(draft.hoursFrom), 'timeNeeded'],
    ['hoursUntil', hasHours && !isTime(draft.hoursUntil), 'timeNeeded'],
  ];
}
