export { RefundPage } from './refund-page.tsx';
export { RefundStart } from './refund-start.tsx';
export { RefundWithoutReceipt } from './without-receipt.tsx';
export { VoidDialog } from './void-dialog.tsx';
