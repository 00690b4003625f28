export { startApplying, type ForeignEntry, type Outcome } from './apply/index.ts';
export { startSync } from './background.ts';
export { pullOnce, type Pulled } from './pull-once.ts';
export { pushOnce, type Pushed } from './push-once.ts';
export { keepLastMark, noticeRestore } from './restore-mark.ts';
export { syncGlance } from './sync-glance.ts';
export { syncRoutes } from './sync.routes.ts';
