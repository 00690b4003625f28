export { awardForOrder, awardPoints, writeAward } from './award-points.ts';
export { type LedgerEntry } from './entry-statements.ts';
export { latestPoints, pointsEntry, pointsEntryByKey } from './find-entries.ts';
export { loyaltyRoutes } from './loyalty.routes.ts';
export { nextExpiry } from './next-expiry.ts';
export { pointsBalance } from './points-balance.ts';
export { reversePoints } from './reverse-points.ts';
export { startLoyalty } from './start-loyalty.ts';
export { writePoints } from './write-points.ts';
