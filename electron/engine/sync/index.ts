export { syncGlance } from './sync-glance.ts';
