import { canonicalText } from '../../../shared/journal/chain.ts';
import type { EntryBodies, PointsFact } from '../../../shared/journal/kinds.ts';
import { readSaleBody } from '../../../shared/journal/read-sale-body.ts';
import type { ReadableDatabase } from '../db/database.ts';
import { rawQuery } from '../db/query.ts';
import type { ThingsHere } from './things-here.ts';
import { personalPartOf, type Problem, type StoredEntry } from './verify-chain.ts';

type StoredPoints = PointsFact & {
  rowId: number;
  customerId: string;
  orderId: string | null;
  description: string;
  actor: string;
  seq: number | null;
  opId: string | null;
};

const storedByKey = rawQuery<{ key: string }, StoredPoints>(
  `SELECT e.row_id AS rowId, e.key, e.kind, e.points, e.description, e.actor, e.journal_seq AS seq, j.op_id AS opId, c.id AS customerId,
     coalesce(o.id, w.id) AS orderId, p.id AS promotionId, r.id AS rewardId
   FROM points_entries e
   LEFT JOIN journal j ON j.seq = e.journal_seq
   LEFT JOIN customers c ON c.row_id = e.customer_row_id
   LEFT JOIN orders o ON o.row_id = e.order_row_id
   LEFT JOIN placed_orders w ON w.row_id = e.placed_order_row_id
   LEFT JOIN promotions p ON p.row_id = e.promotion_row_id
   LEFT JOIN rewards r ON r.row_id = e.reward_row_id
   WHERE e.key = @key`,
);
const everyEntry = rawQuery<Record<never, never>, { rowId: number; id: string }>(
  'SELECT row_id AS rowId, id FROM points_entries',
);

/** Holds every entry of the points ledger against the entry of the journal that tells of it. */
export function createPointsCheck(db: ReadableDatabase, here: ThingsHere) {
  const followed = new Set<number>();

  const differs = (entry: StoredEntry, fact: PointsTold): boolean => {
    const stored = db.first(storedByKey, { key: fact.key });
    if (stored === undefined) return true;
    const { rowId, seq, opId, actor, description, ...held } = stored;
    // Two tills let the points of one day expire: the entry with the smaller id counts.
    if (entry.kind === 'points.changed' && seq !== entry.seq && opId !== null && opId < entry.op_id)
      return false;
    followed.add(rowId);
    // Only `points.changed` tells the description, until it is erased.
    const customerId = here.customer(fact.customerId);
    // The order of another till's web is here once it is a sale.
    const orderId = entry.seq < 0 && held.orderId === null ? null : here.cart(fact.orderId);
    const told = canonicalText({ description, ...fact, customerId, orderId });
    return (
      canonicalText({ ...held, orderId: here.cart(held.orderId), description }) !== told ||
      seq !== entry.seq ||
      actor !== entry.actor
    );
  };

  return {
    visit(entry: StoredEntry, body: Record<string, unknown>): Problem[] {
      return pointsToldBy(entry, body)
        .filter((fact) => differs(entry, fact))
        .map(({ key }) => ({ seq: entry.seq, what: `The points entry ${key} differs from the journal.` }));
    },

    /** What stands in the ledger though no entry of the journal told of it. */
    compare(): Problem[] {
      const strays: Problem[] = [];
      for (const { rowId, id } of db.each(everyEntry)) {
        if (!followed.has(rowId))
          strays.push({ seq: null, what: `Points entry ${id} does not follow from the journal.` });
      }
      return strays;
    },
  };
}

type PointsTold = PointsFact & { customerId: string; orderId: string | null; description?: unknown };

function pointsToldBy(entry: StoredEntry, body: Record<string, unknown>): PointsTold[] {
  if (entry.kind === 'points.changed') {
    const { personalHash: _, ...fact } = body as EntryBodies['points.changed'] & { personalHash?: string };
    return [{ ...fact, ...personalPartOf(entry) }];
  }
  if (entry.kind === 'promotion.redeemed') {
    const { points, customerId, orderId } = body as EntryBodies['promotion.redeemed'];
    return points.map((fact) => ({ ...fact, customerId, orderId }));
  }
  if (entry.kind !== 'sale.committed') return [];
  const { points, customerId, orderId } = readSaleBody(entry.v, body);
  return (points?.entries ?? []).map((fact) => ({ ...fact, customerId: customerId ?? '', orderId }));
}
