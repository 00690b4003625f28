export { earnPoints } from './earn-points.ts';
