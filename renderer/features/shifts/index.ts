export { CashMoveDialog } from './cash-move-dialog.tsx';
export { CloseShiftPage } from './close-page.tsx';
export { OpenShiftDialog } from './open-shift-dialog.tsx';
export { ShiftPage } from './shift-page.tsx';
export { ZReportActions } from './z-report-actions.tsx';
export { ZReportPaper } from './z-report-paper.tsx';
