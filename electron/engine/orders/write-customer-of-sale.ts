import type { SaleBody } from '../../../shared/journal/kinds.ts';
import type { EngineContext } from '../context.ts';
import { recordVisit } from '../customers/index.ts';
import type { WritableDatabase } from '../db/database.ts';
import { writePoints } from '../loyalty/index.ts';
import { recordRedemption } from '../promotions/index.ts';
import { recordClaim } from '../rewards/index.ts';

type Where = {
  orderRowId: number;
  customerRowId: number | null;
  entry: { seq: number; at: string; actor: string };
};

/** Writes what a sale took of promotions and rewards, and what it means for its customer. */
export function writeCustomerOfSale(
  context: EngineContext,
  tx: WritableDatabase,
  body: SaleBody,
  { orderRowId, customerRowId, entry }: Where,
): void {
  const { at } = entry;
  const offerRows = new Map<string, number>();
  const titles = new Map<string, string>();
  for (const { redemptionId: id, promotionId, title, discountMinor, bonusPoints } of body.promotions) {
    const use = { id, promotionId, customerRowId, orderRowId, discountMinor, pointsAwarded: bonusPoints, at };
    offerRows.set(promotionId, recordRedemption(tx, { ...use, journalSeq: entry.seq }));
    titles.set(promotionId, title);
  }
  if (customerRowId === null) return;
  for (const { claimId: id, title, ...claim } of body.rewards) {
    offerRows.set(claim.rewardId, recordClaim(tx, { id, ...claim, customerRowId, orderRowId, at }));
    titles.set(claim.rewardId, title);
  }
  for (const { promotionId, rewardId, ...fact } of body.points?.entries ?? []) {
    const offerId = promotionId ?? rewardId ?? '';
    writePoints(context, tx, {
      ...fact,
      customerRowId,
      orderRowId,
      promotionRowId: promotionId === null ? null : (offerRows.get(promotionId) ?? null),
      rewardRowId: rewardId === null ? null : (offerRows.get(rewardId) ?? null),
      description: describe({ promotionId, rewardId, kind: fact.kind }, titles.get(offerId) ?? '', body),
      actor: entry.actor,
      journalSeq: entry.seq,
      at,
    });
  }
  recordVisit(tx, { customerRowId, spentMinor: body.totalMinor, at });
}

type Fact = NonNullable<SaleBody['points']>['entries'][number];

function describe(
  { promotionId, rewardId, kind }: Pick<Fact, 'promotionId' | 'rewardId' | 'kind'>,
  title: string,
  { receiptNumber }: SaleBody,
): string {
  if (promotionId !== null) return `Promotion bonus: ${title}`;
  if (rewardId !== null) return `Reward: ${title}`;
  return kind === 'redeemed' ? `Paid with points: ${receiptNumber}` : `Purchase ${receiptNumber}`;
}
