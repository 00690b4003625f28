export { waitBeforePaying } from './before-paying.ts';
export { sumTaken } from './payment-draft.ts';
export { isStoring, paymentActions, usePayment } from './payment-store.ts';
export { useFinishSale } from './use-finish-sale.ts';
export { PayView } from './pay-view.tsx';
export { DoneView } from './done-view.tsx';
export { CommitProblem } from './commit-problem.tsx';
