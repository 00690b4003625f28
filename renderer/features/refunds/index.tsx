export { RefundPage } from './refund-page.tsx';
export { RefundStart } from './refund-start.tsx';
export { RefundWithoutReceipt } from './without-receipt.tsx';
export { PayoutChoice } from './payout-choice.tsx';
export { VoidDialog } from './void-dialog.tsx';
