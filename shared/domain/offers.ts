/** Which lines of a cart an offer looks at: all, or those of some products or categories, by id. */
export type OfferScope =
  | { kind: 'all' }
  | { kind: 'products'; productIds: readonly string[] }
  | { kind: 'categories'; categoryIds: readonly string[] };

/**
 * What a promotion gives on the lines it looks at.
 * `percent`: parts per million off each. `amount`: off all of them together, once per cart. `buy-get`: for every
 * `buyCount + getCount` pieces the `getCount` cheapest cost `percentPpm` less (1 000 000: free). `bundle`: every
 * `count` pieces cost `priceMinor` together, the dearest first. `points`: nothing off, bonus points alone.
 */
export type PromotionEffect =
  | { kind: 'percent'; percentPpm: number }
  | { kind: 'amount'; amountMinor: number }
  | { kind: 'buy-get'; buyCount: number; getCount: number; percentPpm: number }
  | { kind: 'bundle'; count: number; priceMinor: number }
  | { kind: 'points' };

/** Who may have an offer. `members`: any customer who is known. */
export type Audience =
  | { kind: 'everybody' }
  | { kind: 'members' }
  | { kind: 'tiers'; tierIds: readonly string[] }
  | { kind: 'customers'; customerIds: readonly string[] };

/** Times of the week on the store's clocks: days 1 (Monday) to 7, from `HH:MM` up to before `HH:MM`; over midnight when
 * `until` is not after `from`, and then the day is the one on which it began. */
export type Hours = { days: readonly number[]; from: string; until: string };

/** A promotion as the price function takes it, with how often it was used already. Instants are UTC. */
export type Promotion = {
  id: string;
  title: string;
  effect: PromotionEffect;
  scope: OfferScope;
  audience: Audience;
  /** Counts only in carts for which its code was presented. */
  needsCode: boolean;
  validFrom: string | null;
  validUntil: string | null;
  hours: Hours | null;
  /** Of the lines it looks at, before any promotion. */
  minimumSpendMinor: number;
  /** Once per cart that it applies to, for a customer who is known. */
  bonusPoints: number;
  /** Whether it goes together with others on one line; otherwise the better one counts. */
  combines: boolean;
  /** Lower goes first among those that combine. */
  priority: number;
  limitPerCustomer: number | null;
  limitTotal: number | null;
  isActive: boolean;
  usedByCustomer: number;
  usedInTotal: number;
};

/** `free-item`: one piece of the product, which has to be in the cart. */
export type RewardEffect =
  | { kind: 'percent'; percentPpm: number }
  | { kind: 'amount'; amountMinor: number }
  | { kind: 'free-item'; productId: string };

/** Something that a customer takes for points, as the price function takes it. */
export type Reward = {
  id: string;
  title: string;
  points: number;
  effect: RewardEffect;
  /** How many are left to give; null: as many as anybody wants. */
  stock: number | null;
  validFrom: string | null;
  validUntil: string | null;
  limitPerCustomer: number | null;
  isActive: boolean;
  usedByCustomer: number;
};

/** Everything besides its lines that decides which offers a cart gets. */
export type CartOffers = {
  promotions: readonly Promotion[];
  /** Those whose code was scanned or typed for this cart. */
  presentedIds: readonly string[];
  /** The rewards that the customer takes, each once. */
  rewards: readonly Reward[];
  customer: { id: string; tierId: string | null; pointsBalance: number } | null;
  /** The instant, and what the store's clocks show then: day 1 (Monday) to 7, minutes since midnight. */
  at: string;
  weekday: number;
  minuteOfDay: number;
};

/** Why an offer does not count; what the cart says of it. */
export type Refusal =
  | { reason: 'inactive' | 'not-yet' | 'over' | 'wrong-hours' | 'code-needed' }
  | { reason: 'customer-needed' | 'not-for-this-customer' | 'used-up-by-customer' | 'used-up' }
  | { reason: 'no-fitting-line' | 'nothing-to-take-off' }
  | { reason: 'spend-more'; missingMinor: number }
  | { reason: 'more-pieces'; missingCount: number }
  | { reason: 'better-offer'; winnerTitle: string }
  | { reason: 'points-short'; missingPoints: number };

/** `parts`: what it takes off each line, in any order; they add up to `discountMinor`. */
export type AppliedPromotion = {
  promotionId: string;
  title: string;
  discountMinor: number;
  bonusPoints: number;
  parts: { lineId: string; amountMinor: number }[];
};

export type AppliedReward = {
  rewardId: string;
  title: string;
  points: number;
  discountMinor: number;
  parts: { lineId: string; amountMinor: number }[];
};

export type RefusedOffer = { kind: 'promotion' | 'reward'; id: string; title: string } & Refusal;
