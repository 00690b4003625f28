import { useState } from 'react';
import type { Account } from '../../../shared/api/people.ts';
import { useChangeAccount, useEndSessions } from '../../api/accounts.ts';
import { FailureNotice } from '../../app/failure-notice.tsx';
import { useCommonText } from '../../app/i18n.ts';
import { useAccount } from '../../state/session.ts';
import { Button } from '../../ui/button.tsx';
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';
import { useFormats } from '../../ui/format.tsx';
import { showToast } from '../../ui/toast.tsx';
import { peopleTexts } from './texts.ts';

/** Where somebody is signed in, and whether they may sign in at all; both are asked about before they change. */
export function AccountAccess({ account }: { account: Account }) {
  const t = peopleTexts.useText();
  const { number } = useFormats();
  const [asking, setAsking] = useState<'end' | 'disable' | null>(null);
  const change = useChangeAccount();
  const { displayName: name, openSessions: count, status } = account;
  const enable = () =>
    change.mutate(
      { id: account.id, change: { status: 'active' } },
      { onSuccess: () => showToast({ tone: 'good', title: t('enabled', { name }) }) },
    );
  return (
    <div className="flex flex-col gap-3">
      <p className="text-ink-muted">
        {status === 'disabled'
          ? t('isDisabled', { name })
          : count === 0
            ? t('noSessionsOpen', { name })
            : t('openSessions', { name, count, number: number(count) })}
      </p>
      <div className="flex flex-wrap gap-2">
        <Button disabled={count === 0} onClick={() => setAsking('end')}>
          {t('endSessions')}
        </Button>
        {status === 'active' ? (
          <Button onClick={() => setAsking('disable')}>{t('disable')}</Button>
        ) : (
          <Button variant="primary" busy={change.isPending} onClick={enable}>
            {t('enable')}
          </Button>
        )}
      </div>
      {change.error && <FailureNotice failure={change.error} />}
      {asking === 'end' && <EndSessionsDialog account={account} onClose={() => setAsking(null)} />}
      {asking === 'disable' && <DisableDialog account={account} onClose={() => setAsking(null)} />}
    </div>
  );
}

type AskProps = { account: Account; onClose: () => void };

function EndSessionsDialog({ account, onClose }: AskProps) {
  const t = peopleTexts.useText();
  const common = useCommonText();
  const end = useEndSessions();
  const isOwn = useAccount().id === account.id;
  const name = account.displayName;
  return (
    <ConfirmDialog
      open
      danger
      onOpenChange={onClose}
      title={t('endSessionsTitle', { name })}
      description={t(isOwn ? 'endOwnSessionsWhat' : 'endSessionsWhat', { name })}
      confirmLabel={t('endSessions')}
      cancelLabel={common('cancel')}
      closeLabel={common('close')}
      busy={end.isPending}
      onConfirm={() =>
        end.mutate(account.id, {
          onSuccess: () => {
            showToast({ tone: 'good', title: t('endedSessions', { name }) });
            onClose();
          },
        })
      }
    >
      {end.error && <FailureNotice failure={end.error} />}
    </ConfirmDialog>
  );
}

function DisableDialog({ account, onClose }: AskProps) {
  const t = peopleTexts.useText();
  const common = useCommonText();
  const change = useChangeAccount();
  const name = account.displayName;
  return (
    <ConfirmDialog
      open
      danger
      onOpenChange={onClose}
      title={t('disableTitle', { name })}
      description={t('disableWhat', { name })}
      confirmLabel={t('disable')}
      cancelLabel={common('cancel')}
      closeLabel={common('close')}
      busy={change.isPending}
      onConfirm={() =>
        change.mutate(
          { id: account.id, change: { status: 'disabled' } },
          {
            onSuccess: () => {
              showToast({ tone: 'good', title: t('disabled', { name }) });
              onClose();
            },
          },
        )
      }
    >
      {change.error && <FailureNotice failure={change.error} />}
    </ConfirmDialog>
  );
}
