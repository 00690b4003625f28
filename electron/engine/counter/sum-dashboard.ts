import type { ReadableDatabase } from '../db/database.ts';
import { awardedSince, redeemedSince, runningPromotions, salesBetween } from './counter-statements.ts';

export type Dashboard = {
  today: { ordersCount: number; salesMinor: number; promotionsRedeemed: number };
  thisWeek: { ordersCount: number; salesMinor: number; pointsAwarded: number };
  activePromotions: number;
};

/** The days of the store that a dashboard is about, and the instants at which they began. */
export type DashboardDays = {
  now: string;
  today: string;
  todayBegan: string;
  monday: string;
  weekBegan: string;
};

/** What was sold, redeemed and awarded today and since Monday, over the counter and through the web. */
export function sumDashboard(db: ReadableDatabase, days: DashboardDays): Dashboard {
  const { now, today, todayBegan, monday, weekBegan } = days;
  const nothing = { ordersCount: 0, salesMinor: 0 };
  return {
    today: {
      ...(db.first(salesBetween, { from: today, to: today }) ?? nothing),
      promotionsRedeemed: db.first(redeemedSince, { since: todayBegan })?.count ?? 0,
    },
    thisWeek: {
      ...(db.first(salesBetween, { from: monday, to: today }) ?? nothing),
      pointsAwarded: db.first(awardedSince, { since: weekBegan })?.points ?? 0,
    },
    activePromotions: db.first(runningPromotions, { now })?.count ?? 0,
  };
}
