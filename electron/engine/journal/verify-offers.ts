import { canonicalText } from '../../../shared/journal/chain.ts';
import type { EntryBodies, PromotionBody, RewardBody } from '../../../shared/journal/kinds.ts';
import { readSaleBody } from '../../../shared/journal/read-sale-body.ts';
import type { ReadableDatabase } from '../db/database.ts';
import type { Query } from '../db/query.ts';
import {
  claimById,
  orderOfVoid,
  redemptionById,
  storedPromotions,
  storedRewards,
  takenByOrder,
  type StoredOffer,
  type StoredTaking,
} from './offer-statements.ts';
import { readStored } from './read-stored.ts';
import type { ThingsHere } from './things-here.ts';
import { stampToCompare } from './stamp-to-compare.ts';
import { personalPartOf, type Problem, type StoredEntry } from './verify-chain.ts';

type FollowedOffer<Body = PromotionBody | RewardBody> = {
  body: Body;
  uses: number;
  stamps: Map<string, string>;
};
type Followed<Body> = Map<string, FollowedOffer<Body>>;
/** `scannedBy` is empty for what a sale took, and not told once it was erased. */
type ToldTaking = Omit<StoredTaking, 'scannedBy'> & { id: string; scannedBy?: unknown };

type Takings = { redemptions: ToldTaking[]; claims: ToldTaking[] };

/** Follows promotions, rewards and each time that one was taken through the entries, to hold the tables against them. */
export function createOffersCheck(db: ReadableDatabase, here: ThingsHere) {
  const promotions: Followed<PromotionBody> = new Map();
  const rewards: Followed<RewardBody> = new Map();
  /** What the sales took that can still be voided, which is in their own shift only. */
  const voidable = new Map<string, Takings>();
  /** Voids may reach this till in any order, and what was taken before the offer that was made elsewhere. */
  const voidedHere = new Set<string>();
  const voidsElsewhere = new Set<string>();
  const early = new Map<string, number>();
  const changedEarly: { entry: StoredEntry; body: Record<string, unknown> }[] = [];

  const count = (followed: Followed<PromotionBody | RewardBody>, offerId: string, by: 1 | -1): void => {
    const offer = followed.get(offerId);
    if (offer === undefined) early.set(offerId, (early.get(offerId) ?? 0) + by);
    else offer.uses += by;
  };

  const taken = (
    what: string,
    followed: Followed<PromotionBody | RewardBody>,
    byId: Query<{ id: string }, StoredTaking>,
    entry: StoredEntry,
    { id, ...told }: ToldTaking,
  ): Problem[] => {
    count(followed, told.offerId, 1);
    const stored = db.first(byId, { id });
    const held = stored === undefined ? undefined : { ...stored, orderId: here.cart(stored.orderId) };
    if (held !== undefined && canonicalText(held) === canonicalText(toldHere(entry, held, told))) return [];
    return [{ seq: entry.seq, what: `The ${what} ${id} differs from the journal.` }];
  };

  const toldHere = (entry: StoredEntry, stored: StoredTaking, told: Omit<ToldTaking, 'id'>): object => ({
    ...told,
    // Not told once it was erased.
    scannedBy: told.scannedBy ?? stored.scannedBy,
    customerId: here.customer(told.customerId),
    // The order of another till's web is here once it is a sale.
    orderId: entry.seq < 0 && stored.orderId === null ? null : here.cart(told.orderId),
  });

  /** Adds what could not be added on the way; gives what was taken of an offer that nobody made. */
  const settle = (): Problem[] => {
    for (const { entry, body } of changedEarly) followOffer(entry, body, promotions, rewards);
    const offerOf = (id: string) => promotions.get(id) ?? rewards.get(id);
    const undoneElsewhere = [...voidsElsewhere].map(
      (voidId) => db.first(orderOfVoid, { voidId })?.orderId ?? '',
    );
    for (const orderId of new Set(undoneElsewhere)) {
      if (voidedHere.has(orderId)) continue;
      for (const { offerId } of db.all(takenByOrder, { orderId })) {
        const offer = offerOf(offerId);
        if (offer !== undefined) offer.uses -= 1;
      }
    }
    return [...early].flatMap(([offerId, times]) => {
      const offer = offerOf(offerId);
      if (offer !== undefined) offer.uses += times;
      return offer !== undefined
        ? []
        : [{ seq: null, what: `The offer ${offerId} was taken and never made.` }];
    });
  };

  return {
    /** Follows one entry; gives what it says otherwise than the tables. */
    visit(entry: StoredEntry, body: Record<string, unknown>): Problem[] {
      if (!followOffer(entry, body, promotions, rewards)) changedEarly.push({ entry, body });
      const told = takingsOf(entry, body);
      const isOwn = entry.seq > 0;
      if (isOwn && entry.kind === 'shift.closed') voidable.clear();
      if (isOwn && entry.kind === 'sale.committed' && told.redemptions.length + told.claims.length > 0)
        voidable.set((body as EntryBodies['sale.committed']).orderId, told);
      if (entry.kind === 'sale.voided') {
        const { orderId, voidId } = body as EntryBodies['sale.voided'];
        if (isOwn) voidedHere.add(orderId);
        else voidsElsewhere.add(voidId);
        const undone = isOwn ? voidable.get(orderId) : undefined;
        for (const { offerId } of undone?.redemptions ?? []) count(promotions, offerId, -1);
        for (const { offerId } of undone?.claims ?? []) count(rewards, offerId, -1);
      }
      return [
        ...told.redemptions.flatMap((each) => taken('redemption', promotions, redemptionById, entry, each)),
        ...told.claims.flatMap((each) => taken('claim of a reward', rewards, claimById, entry, each)),
      ];
    },

    /** What the tables hold otherwise than the entries say. Empties what was followed. */
    compare(): Problem[] {
      return [
        ...settle(),
        ...compareOffers('Promotion', promotions, db.each(storedPromotions)),
        ...compareOffers('Reward', rewards, db.each(storedRewards)),
      ];
    },
  };
}

/** False for a change of an offer that was made elsewhere and is not followed yet. */
function followOffer(
  entry: StoredEntry,
  body: Record<string, unknown>,
  promotions: Followed<PromotionBody>,
  rewards: Followed<RewardBody>,
): boolean {
  if (entry.kind === 'promotion.created') {
    const { promotion } = body as EntryBodies['promotion.created'];
    promotions.set(promotion.promotionId, { body: { ...promotion }, uses: 0, stamps: new Map() });
  } else if (entry.kind === 'promotion.changed') {
    const { promotionId, changes } = body as EntryBodies['promotion.changed'];
    return followChange(promotions.get(promotionId), changes, stampToCompare(entry, body));
  } else if (entry.kind === 'reward.created') {
    const { reward } = body as EntryBodies['reward.created'];
    rewards.set(reward.rewardId, { body: { ...reward }, uses: 0, stamps: new Map() });
  } else if (entry.kind === 'reward.changed') {
    const { rewardId, changes, claimed } = body as EntryBodies['reward.changed'];
    const known = rewards.get(rewardId);
    const { stock = null } = changes;
    const whole = stock === null ? {} : { stock: stock + (claimed ?? known?.uses ?? 0) };
    return followChange(known, { ...changes, ...whole }, stampToCompare(entry, body));
  }
  return true;
}

/** Of each field the later edit counts. A reward's stock is followed as it was before anybody took it. */
function followChange(known: FollowedOffer | undefined, changes: object, stamp: string): boolean {
  if (known === undefined) return false;
  for (const [field, value] of Object.entries(changes)) {
    if (stamp < (known.stamps.get(field) ?? '')) continue;
    known.stamps.set(field, stamp);
    Object.assign(known.body, { [field]: value });
  }
  return true;
}

function bodyNow({ body, uses }: FollowedOffer): object {
  return 'stock' in body && body.stock !== null ? { ...body, stock: body.stock - uses } : body;
}

function takingsOf(entry: StoredEntry, body: Record<string, unknown>): Takings {
  const { at } = entry;
  if (entry.kind === 'promotion.redeemed') {
    const {
      redemptionId: id,
      promotionId: offerId,
      points,
      ...told
    } = body as EntryBodies['promotion.redeemed'];
    const { customerId, orderId } = told;
    const sum = points.reduce((total, fact) => total + fact.points, 0);
    const redemption = { id, offerId, customerId, orderId, discountMinor: 0, points: sum, at };
    return { redemptions: [{ ...redemption, ...personalPartOf(entry) }], claims: [] };
  }
  if (entry.kind !== 'sale.committed') return { redemptions: [], claims: [] };
  const { promotions, rewards, customerId, orderId } = readSaleBody(entry.v, body);
  const common = { customerId, orderId, scannedBy: '', at };
  return {
    redemptions: promotions.map(({ redemptionId: id, promotionId: offerId, discountMinor, bonusPoints }) => ({
      ...common,
      id,
      offerId,
      discountMinor,
      points: bonusPoints,
    })),
    claims: rewards.map(({ claimId: id, rewardId: offerId, discountMinor, points }) => ({
      ...common,
      id,
      offerId,
      discountMinor,
      points,
    })),
  };
}

function compareOffers(
  what: string,
  followed: Followed<PromotionBody | RewardBody>,
  stored: Iterable<StoredOffer>,
): Problem[] {
  const problems: Problem[] = [];
  const problem = (id: string, says: string) => problems.push({ seq: null, what: `${what} ${id} ${says}` });
  for (const { id, kept, counted, body } of stored) {
    const told = followed.get(id);
    followed.delete(id);
    if (told === undefined || canonicalText(bodyNow(told)) !== canonicalText(bodyOf(body))) {
      problem(id, 'does not follow from the journal.');
    } else if (told.uses !== kept || told.uses !== counted) {
      problem(id, 'was taken otherwise than the journal tells.');
    }
  }
  for (const id of followed.keys()) problem(id, 'is in the journal and not in the tables.');
  return problems;
}

const flags = new Set(['needsCode', 'combines', 'isActive']);
const parts = new Set(['effect', 'scope', 'audience', 'hours']);

/** What is kept as 0 or 1 and as JSON text, as the journal tells it. */
function bodyOf(text: string): Record<string, unknown> {
  const columns = JSON.parse(text) as Record<string, unknown>;
  return Object.fromEntries(
    Object.entries(columns).map(([name, value]) => {
      if (flags.has(name)) return [name, value === 1];
      return [name, parts.has(name) && typeof value === 'string' ? readStored(value) : value];
    }),
  );
}
