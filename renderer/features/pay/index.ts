export { waitBeforePaying } from './before-paying.ts';
export { pointsPaid, sumTaken, type TakenTender } from './payment-draft.ts';
export { isStoring, paymentActions, usePayment } from './payment-store.ts';
export { useFinishSale } from './use-finish-sale.ts';
export { useFitPoints } from './use-fit-points.ts';
export { usePointsToEarn } from './use-points-to-earn.ts';
export { PayView } from './pay-view.tsx';
export { DoneView } from './done-view.tsx';
export { CommitProblem } from './commit-problem.tsx';
