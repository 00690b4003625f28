import { pointsLeft } from '../../cloud/holds/points-left.ts';
import { sumDocuments } from '../../cloud/reports/sum-documents.ts';
import { rawQuery } from '../../electron/engine/db/query.ts';
import type { SimTill } from './sim-till.ts';
import type { World } from './world.ts';

const noHold = '00000000-0000-0000-0000-000000000000';

type None = Record<never, never>;

const balances = rawQuery<None, { id: string; points: number; takenBack: number }>(
  `SELECT c.id, c.points_balance AS points, (SELECT 0 - coalesce(sum(e.points), 0) FROM points_entries e
     WHERE e.customer_row_id = c.row_id AND e.kind = 'reversed' AND e.points < 0) AS takenBack
   FROM customers c ORDER BY c.id`,
);
const days = rawQuery<None, { key: string; sales: number; totalMinor: number; refundedMinor: number }>(
  `SELECT day AS key, sum(sales) AS sales, sum(total) AS totalMinor, sum(refunded) AS refundedMinor FROM (
     SELECT business_date AS day, 1 AS sales, total_minor AS total, 0 AS refunded FROM orders
     UNION ALL SELECT business_date, 0, 0, total_minor FROM refunds) GROUP BY day ORDER BY day`,
);

/** What the cloud makes of the entries is what the tills make of them: every balance of points, and every day's sums. */
export async function checkSums(world: World): Promise<string[]> {
  const [till] = world.tills;
  if (till === undefined) return [];
  return [
    ...(await equalBalances(world, till)),
    ...(await equalDays(world, till)),
    ...(await overspent(world, till)),
  ];
}

async function equalBalances({ cloud }: World, { name, engine }: SimTill): Promise<string[]> {
  const { storeId } = cloud;
  const wrong: string[] = [];
  for (const { id: customerId, points } of engine.context.read.all(balances)) {
    // After every hold has ended.
    const of = { storeId, customerId, holdId: noHold, now: '9999' };
    const there = Number(
      await cloud
        .database()
        .transaction()
        .execute((tx) => pointsLeft(tx, of)),
    );
    if (there !== points)
      wrong.push(`the customer ${customerId} has ${points} points at ${name} and ${there} in the cloud`);
  }
  return wrong;
}

async function equalDays({ cloud }: World, { name, engine }: SimTill): Promise<string[]> {
  const range = { storeIds: [cloud.storeId], from: '0000', to: '9999' };
  const there = (await sumDocuments(cloud.database(), { by: 'day', ...range })).map((day) => ({
    key: day.key,
    sales: Number(day.sales),
    totalMinor: Number(day.totalMinor),
    refundedMinor: Number(day.refundedMinor),
  }));
  const [here, told] = [engine.context.read.all(days), there].map((sums) => JSON.stringify(sums));
  return here === told ? [] : [`the days of ${name} are ${here}, and ${told} in the cloud`];
}

type Spending = { orderId: string; customerId: string | null; points: { spent: number } | null };

/**
 * Nobody spends more points than there are but by what tills allow without asking, and by what was held for a sale that
 * arrived when its hold had ended. A cloud that was restored has forgotten what was spent: then nothing is promised.
 */
async function overspent({ cloud, holds, trace }: World, { engine }: SimTill): Promise<string[]> {
  if (trace.some((line) => line.endsWith('restore the cloud: restored'))) return [];
  const sales = await cloud
    .database()
    .selectFrom('entries')
    .select(['body', 'received_at'])
    .where('kind', '=', 'sale.committed')
    .where('state', '!=', 'repeat')
    .execute();
  const allowed = new Map<string, number>();
  for (const { body, received_at: receivedAt } of sales) {
    const { orderId, customerId, points } = JSON.parse(String(body)) as Spending;
    if (customerId === null || points === null) continue;
    const hold = holds.get(orderId);
    const isInTime = hold !== undefined && Date.parse(receivedAt) <= hold.at + holdLasts;
    const free = points.spent - (isInTime ? hold.points : 0);
    allowed.set(customerId, (allowed.get(customerId) ?? 0) + free);
  }
  // What a refund took back of what was earned is missing, and was not spent.
  return engine.context.read.all(balances).flatMap(({ id, points, takenBack }) => {
    const over = 0 - points - takenBack;
    const bound = allowed.get(id) ?? 0;
    return over <= Math.max(0, bound)
      ? []
      : [`the customer ${id} overspent ${over} points; allowed ${bound}`];
  });
}

/** Milliseconds, as the cloud has it. */
const holdLasts = 10 * 60_000;
