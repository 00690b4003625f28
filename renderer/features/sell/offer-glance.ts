import type {
  AppliedPromotion,
  AppliedReward,
  Refusal,
  RefusedOffer,
} from '../../../shared/domain/offers.ts';

/** What the price function says of the offers on a cart. */
export type OfferOutcome = {
  promotions: readonly AppliedPromotion[];
  rewards: readonly AppliedReward[];
  refused: readonly RefusedOffer[];
};

/** A reward of the shop, and why the customer cannot take it now; null: they can. */
export type OpenReward = { id: string; title: string; points: number; refusal: Refusal | null };

/**
 * An offer as the strip beside the customer shows it. `counts`: on this cart; `near`: a little more and it would be;
 * `open`: a press takes it; `waiting`: it can be paid for, but nothing in the cart fits it; `refused`: it cannot be had.
 */
export type GlanceItem = {
  kind: 'promotion' | 'reward';
  id: string;
  title: string;
  state: 'counts' | 'near' | 'open' | 'waiting' | 'refused';
  /** Scanned, typed or pressed for this cart: a press takes it off again. */
  isChosen: boolean;
  discountMinor: number;
  bonusPoints: number;
  /** What a reward costs; 0 for a promotion. */
  points: number;
  refusal: Refusal | null;
};

/** Reasons that a customer at the counter can do something about, or will ask about. */
const told = new Set<Refusal['reason']>([
  'points-short',
  'nothing-to-take-off',
  'used-up-by-customer',
  'used-up',
]);

export function isNear({ reason }: Refusal): boolean {
  return reason === 'spend-more' || reason === 'more-pieces';
}

/**
 * The offers that matter now, the nearest to hand first: what was chosen for this cart, what nearly counts, what counts
 * by itself, what may be taken, and last what may not.
 */
export function glanceAt(
  outcome: OfferOutcome,
  presentedIds: readonly string[],
  openRewards: readonly OpenReward[],
): GlanceItem[] {
  const presented = new Set(presentedIds);
  const counting = outcome.promotions.map((applied) => promotionItem(applied, presented));
  const taken = outcome.rewards.map(takenItem);
  const refused = outcome.refused.map((offer) => refusedItem(offer, presented));
  const rewards = openRewards.map(openItem);
  return [
    ...counting.filter(({ isChosen }) => isChosen),
    ...refused.filter(({ isChosen }) => isChosen),
    ...taken,
    ...refused.filter(({ isChosen, state }) => !isChosen && state === 'near'),
    ...counting.filter(({ isChosen }) => !isChosen),
    ...rewards.filter(({ state }) => state === 'open'),
    ...rewards.filter(({ state }) => state === 'waiting'),
    ...rewards
      .filter(({ state, refusal }) => state === 'refused' && refusal !== null && told.has(refusal.reason))
      .sort((a, b) => a.points - b.points),
  ];
}

const nothing = { isChosen: false, discountMinor: 0, bonusPoints: 0, points: 0, refusal: null };

function promotionItem(applied: AppliedPromotion, presented: ReadonlySet<string>): GlanceItem {
  const { promotionId: id, title, discountMinor, bonusPoints } = applied;
  const isChosen = presented.has(id);
  return { ...nothing, kind: 'promotion', id, title, state: 'counts', isChosen, discountMinor, bonusPoints };
}

function takenItem({ rewardId: id, title, points, discountMinor }: AppliedReward): GlanceItem {
  return { ...nothing, kind: 'reward', id, title, state: 'counts', isChosen: true, discountMinor, points };
}

function refusedItem(offer: RefusedOffer, presented: ReadonlySet<string>): GlanceItem {
  const { kind, id, title } = offer;
  // A reward is among the refused only when it was taken for this cart.
  const isChosen = kind === 'reward' || presented.has(id);
  return { ...nothing, kind, id, title, state: isNear(offer) ? 'near' : 'refused', isChosen, refusal: offer };
}

function openItem({ id, title, points, refusal }: OpenReward): GlanceItem {
  return {
    ...nothing,
    kind: 'reward',
    id,
    title,
    state: refusal === null ? 'open' : refusal.reason === 'no-fitting-line' ? 'waiting' : 'refused',
    points,
    refusal,
  };
}
