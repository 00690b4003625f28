import { useLeave } from '../../api/sync.ts';
import { FailureNotice } from '../../app/failure-notice.tsx';
import { useCommonText } from '../../app/i18n.ts';
import { Button } from '../../ui/button.tsx';
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { useFormats } from '../../ui/format.tsx';
import { showToast } from '../../ui/toast.tsx';
import { syncTexts } from './texts.ts';

/** Leaves the cloud, or says why that cannot be while anything waits. */
export function LeaveDialog({ waiting, onClose }: { waiting: number; onClose: () => void }) {
  const t = syncTexts.useText();
  const common = useCommonText();
  const { number } = useFormats();
  const leave = useLeave();
  if (waiting > 0) {
    return (
      <Dialog
        open
        onOpenChange={onClose}
        size="small"
        title={t('leaveRefused', { count: waiting, number: number(waiting) })}
        description={t('leaveRefusedWhat')}
        closeLabel={common('close')}
        footer={
          <Button variant="primary" onClick={onClose}>
            {t('leaveStay')}
          </Button>
        }
      />
    );
  }
  return (
    <ConfirmDialog
      open
      onOpenChange={onClose}
      title={t('leaveTitle')}
      description={t('leaveWhat')}
      cancelLabel={t('leaveStay')}
      confirmLabel={t('leave')}
      closeLabel={common('close')}
      danger
      busy={leave.isPending}
      onConfirm={() =>
        leave.mutate(undefined, {
          onSuccess: () => {
            showToast({ tone: 'good', title: t('left') });
            onClose();
          },
        })
      }
    >
      {leave.error && <FailureNotice failure={leave.error} />}
    </ConfirmDialog>
  );
}
