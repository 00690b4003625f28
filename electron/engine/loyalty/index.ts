export { earnPoints } from './earn-points.ts';
export { pointsBalance } from './points-balance.ts';
