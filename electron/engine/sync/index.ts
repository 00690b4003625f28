export type { ForeignEntry, Outcome } from './apply/index.ts';
export { syncGlance } from './sync-glance.ts';
