export { HandOver } from './hand-over-dialog.tsx';
export { HoldDialog } from './hold-dialog.tsx';
export { LeftCartDialog } from './left-cart-dialog.tsx';
export { RecallDialog } from './recall-dialog.tsx';
export { useKeepCart } from './use-keep-cart.ts';
