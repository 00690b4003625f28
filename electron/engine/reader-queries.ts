import { sumDashboard } from './counter/sum-dashboard.ts';
import { listCustomers } from './customers/list-customers.ts';
import type { ReadableDatabase } from './db/database.ts';
import { listJournal } from './journal/list-journal.ts';
import { verifyBooks } from './journal/verify-books.ts';
import { findExpiring } from './loyalty/find-expiring.ts';
import { listOrders } from './orders/list-orders.ts';
import { listPromotions } from './promotions/list-promotions.ts';
import { listRedemptions, promotionUse } from './promotions/promotion-use.ts';
import { listUnpaidOrders } from './placed-orders/list-unpaid-orders.ts';
import { dayReport } from './reports/day-report.ts';
import { listRewards } from './rewards/list-rewards.ts';
import { rewardUse } from './rewards/reward-use.ts';
import { gatherOpenShift } from './shifts/gather-shift.ts';
import { listReviews, type ReviewFilter } from './reviews/list-reviews.ts';
import { gatherPush } from './sync/gather-push.ts';
import { packEntries } from './sync/pack-entries.ts';
import { sumOwnSide } from './sync/sum-own-side.ts';

/**
 * Every long read that may run on the reader thread, by name. Parameters and answers must survive structured clone. The
 * files are imported one by one, so that the thread loads neither routes nor schemas.
 */
export const readerQueries = {
  verifyBooks,
  listOrders,
  listJournal,
  dayReport,
  listReviews: (db: ReadableDatabase, filter: ReviewFilter) => listReviews(db, filter, listCustomers),
  gatherOpenShift,
  sumDashboard,
  listUnpaidOrders,
  listPromotions,
  listRedemptions,
  promotionUse,
  listRewards,
  rewardUse,
  findExpiring,
  gatherPush,
  packEntries,
  sumOwnSide,
} satisfies Record<string, (db: ReadableDatabase, parameters: never) => unknown>;

export type ReaderQueries = typeof readerQueries;
