import { useState } from 'react';
import type { Device } from '../../../shared/api/people.ts';
import { useRevokeDevice } from '../../api/devices.ts';
import { FailureNotice } from '../../app/failure-notice.tsx';
import { useCommonText } from '../../app/i18n.ts';
import { Button } from '../../ui/button.tsx';
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';
import { showToast } from '../../ui/toast.tsx';
import { settingsTexts } from './texts.ts';

/** Ends a device's key, after saying what that means. */
export function RevokeDevice({ device: { id, name } }: { device: Device }) {
  const t = settingsTexts.useText();
  const common = useCommonText();
  const revoke = useRevokeDevice();
  const [isAsking, setAsking] = useState(false);
  const ask = (open: boolean) => {
    revoke.reset();
    setAsking(open);
  };
  return (
    <>
      <Button aria-label={t('deviceRevokeOf', { name })} onClick={() => ask(true)}>
        {t('deviceRevoke')}
      </Button>
      <ConfirmDialog
        open={isAsking}
        onOpenChange={ask}
        title={t('deviceRevokeTitle', { name })}
        description={t('deviceRevokeWhat')}
        cancelLabel={t('deviceRevokeKeep')}
        confirmLabel={t('deviceRevoke')}
        closeLabel={common('close')}
        danger
        busy={revoke.isPending}
        onConfirm={() =>
          revoke.mutate(id, {
            onSuccess: () => {
              setAsking(false);
              showToast({ tone: 'good', title: t('deviceRevokeDone', { name }) });
            },
          })
        }
      >
        {revoke.error && <FailureNotice failure={revoke.error} />}
      </ConfirmDialog>
    </>
  );
}
