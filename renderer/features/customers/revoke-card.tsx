import { useState } from 'react';
import type { Customer } from '../../../shared/api/customers.ts';
import { useRevokeCards } from '../../api/customers.ts';
import { FailureNotice } from '../../app/failure-notice.tsx';
import { useCommonText } from '../../app/i18n.ts';
import { Button } from '../../ui/button.tsx';
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';
import { showToast } from '../../ui/toast.tsx';
import { customersTexts } from './texts.ts';

/** Voids every card of a customer and makes a new one, after saying what that means. */
export function RevokeCard({ customer: { id, name } }: { customer: Customer }) {
  const t = customersTexts.useText();
  const common = useCommonText();
  const revoke = useRevokeCards(id);
  const [isAsking, setAsking] = useState(false);
  const ask = (open: boolean) => {
    revoke.reset();
    setAsking(open);
  };
  return (
    <>
      <Button variant="quiet" onClick={() => ask(true)}>
        {t('revokeCard')}
      </Button>
      <ConfirmDialog
        open={isAsking}
        onOpenChange={ask}
        title={t('revokeTitle', { name })}
        description={t('revokeWhat', { name })}
        cancelLabel={t('revokeKeep')}
        confirmLabel={t('revokeSend')}
        closeLabel={common('close')}
        danger
        busy={revoke.isPending}
        onConfirm={() =>
          revoke.mutate(undefined, {
            onSuccess: () => {
              setAsking(false);
              showToast({ tone: 'good', title: t('revokeDone') });
            },
          })
        }
      >
        {revoke.error && <FailureNotice failure={revoke.error} />}
      </ConfirmDialog>
    </>
  );
}
