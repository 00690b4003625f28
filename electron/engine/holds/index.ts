export {
  permitPoints,
  refuseSpending,
  releasePoints,
  spendablePoints,
  type PointsPermit,
} from './permit-points.ts';
