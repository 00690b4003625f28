import { z } from 'zod';
import { failure } from '../../../shared/api/failures.ts';
import { offlineAllowance } from '../../../shared/domain/points-allowance.ts';
import { fail, ok, type Failure, type Result } from '../../../shared/domain/result.ts';
import { holdAnswer } from '../../../shared/sync/protocol.ts';
import { callCloud, linkRow, linkStateOf } from '../cloud-link/index.ts';
import type { EngineContext } from '../context.ts';
import type { ReadableDatabase } from '../db/database.ts';
import { query, rawQuery } from '../db/query.ts';

/**
 * `alone`: this till's books are the only ones. `held`: the cloud keeps so many points for the sale, beside what it does
 * not know yet. `allowance`: the cloud could not be asked.
 */
export type PointsPermit = { way: 'alone' } | { way: 'held'; points: number } | { way: 'allowance' };

export type Spending = { saleId: string; customerId: string | null; points: number };

/** A customer waits at the counter. */
const limits = { idle: 1_500, total: 1_500 };

const customerPoints = query<{ id: string }>()((b, p) =>
  b.selectFrom('customers').select(['row_id', 'points_balance']).where('id', '=', p('id')),
);
/** What this life goes on after, the cloud had before: it is there, also while the till sends everything to it anew. */
const onlyHere = rawQuery<{ customerRowId: number }, { earned: number; spent: number }>(
  `SELECT coalesce(sum(points) FILTER (WHERE points > 0), 0) AS earned,
     0 - coalesce(sum(points) FILTER (WHERE points < 0), 0) AS spent
   FROM points_entries WHERE customer_row_id = @customerRowId AND journal_seq > (
     SELECT max(link.acked_seq, lives.base_seq) FROM link, lives WHERE lives.writer = (SELECT writer FROM identity))`,
);

/**
 * Asks the cloud, before a sale is written, to keep the points that it will spend. Fails with `points-short` when the shop's
 * books have fewer. A till that cannot ask goes by its allowance, which `refuseSpending` holds the sale to.
 */
export async function permitPoints(
  context: EngineContext,
  { saleId, customerId, points }: Spending,
): Promise<Result<PointsPermit, Failure>> {
  const isAlone = context.read.first(linkRow) === undefined;
  if (isAlone || customerId === null || points <= 0) return ok({ way: 'alone' });
  const known = balanceOf(context.read, customerId);
  const unknownThere = known === null ? 0 : Math.max(0, known.earnedHere - known.spentHere);
  const asked = Math.max(0, points - unknownThere);
  if (asked === 0) return ok({ way: 'held', points });
  const answer = await callCloud(context, {
    method: 'POST',
    path: '/points/holds',
    json: { holdId: saleId, customerId, points: asked },
    answer: holdAnswer,
    limits,
  });
  if (!answer.ok) return ok({ way: 'allowance' });
  const { state, balance } = answer.value;
  if (state !== 'refused') return ok({ way: 'held', points });
  const left = Math.max(0, balance + unknownThere);
  const message = `By the books of all tills the customer has ${left} points left to spend.`;
  return fail(failure('points-short', { message, details: { missingPoints: points - left } }));
}

/** Looks, in the sale's own commit, whether what it spends is permitted. */
export function refuseSpending(
  context: EngineContext,
  db: ReadableDatabase,
  permit: PointsPermit,
  { customerId, points }: Omit<Spending, 'saleId'>,
): Failure | undefined {
  if (permit.way === 'alone' || customerId === null || points <= 0) return undefined;
  if (permit.way === 'held') return points <= permit.points ? undefined : failure('points-short');
  const allowed = allowedAlone(context, db, customerId);
  if (points <= allowed) return undefined;
  const message = `The cloud cannot be asked. Until it can, the customer may spend ${allowed} points here.`;
  return failure('points-short', { message, details: { missingPoints: points - allowed } });
}

/** So many points a sale may spend now: fewer than the customer has while the cloud cannot be asked. */
export function spendablePoints(context: EngineContext, customerId: string, balance: number): number {
  const isAlone = context.read.first(linkRow) === undefined;
  if (isAlone || !linkStateOf(context).isAway) return balance;
  return Math.min(balance, allowedAlone(context, context.read, customerId));
}

function allowedAlone(context: EngineContext, db: ReadableDatabase, customerId: string): number {
  const known = balanceOf(db, customerId);
  return known === null ? 0 : offlineAllowance(known, context.settings().points);
}

/** Lets the points go that were kept for a sale which did not come. What fails here ends by itself after ten minutes. */
export async function releasePoints(
  context: EngineContext,
  permit: PointsPermit,
  saleId: string,
): Promise<void> {
  if (permit.way !== 'held') return;
  const path = `/points/holds/${saleId}`;
  await callCloud(context, { method: 'DELETE', path, answer: z.unknown(), limits });
}

function balanceOf(db: ReadableDatabase, customerId: string) {
  const customer = db.first(customerPoints, { id: customerId });
  if (customer === undefined) return null;
  const { earned, spent } = db.first(onlyHere, { customerRowId: customer.row_id }) ?? { earned: 0, spent: 0 };
  return {
    confirmed: customer.points_balance - earned + spent,
    earnedHere: earned,
    spentHere: spent,
  };
}
