import { useState } from 'react';
import { useRevokeRegister } from '../../api/sync.ts';
import { FailureNotice } from '../../app/failure-notice.tsx';
import { useCommonText } from '../../app/i18n.ts';
import { Button } from '../../ui/button.tsx';
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';
import { showToast } from '../../ui/toast.tsx';
import { tillsTexts } from './tills-texts.ts';

/** Takes another till out of the cloud, after saying what that means. */
export function RevokeRegister({ id, name }: { id: string; name: string }) {
  const t = tillsTexts.useText();
  const common = useCommonText();
  const revoke = useRevokeRegister();
  const [isAsking, setAsking] = useState(false);
  const ask = (open: boolean) => {
    revoke.reset();
    setAsking(open);
  };
  return (
    <>
      <Button aria-label={t('revokeOf', { name })} onClick={() => ask(true)}>
        {t('revoke')}
      </Button>
      <ConfirmDialog
        open={isAsking}
        onOpenChange={ask}
        title={t('revokeTitle', { name })}
        description={t('revokeWhat')}
        cancelLabel={t('revokeKeep')}
        confirmLabel={t('revoke')}
        closeLabel={common('close')}
        danger
        busy={revoke.isPending}
        onConfirm={() =>
          revoke.mutate(id, {
            onSuccess: () => {
              setAsking(false);
              showToast({ tone: 'good', title: t('revokeDone', { name }) });
            },
          })
        }
      >
        {revoke.error && <FailureNotice failure={revoke.error} />}
      </ConfirmDialog>
    </>
  );
}
