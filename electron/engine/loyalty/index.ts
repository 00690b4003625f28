export { earnPoints, type EarnedPoints } from './earn-points.ts';
export { pointsBalance } from './points-balance.ts';
