export { awardForOrder, awardPoints, writeAward } from './award-points.ts';
export { type LedgerEntry } from './entry-statements.ts';
export { latestPoints, pointsEntry, pointsEntryByKey } from './find-entries.ts';
export { loyaltyRoutes } from './loyalty.routes.ts';
export { pointsBalance } from './points-balance.ts';
export { writePoints } from './write-points.ts';
