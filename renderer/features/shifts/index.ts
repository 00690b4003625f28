export { OpenShiftDialog, type OpenShiftDialogProps } from './open-shift-dialog.tsx';
