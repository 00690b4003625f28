export { permitPoints, refuseSpending, releasePoints, type PointsPermit } from './permit-points.ts';
