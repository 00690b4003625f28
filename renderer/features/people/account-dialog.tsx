import type { ReactNode } from 'react';
import type { Account } from '../../../shared/api/people.ts';
import { useAccountPage } from '../../api/accounts.ts';
import { FailureNotice } from '../../app/failure-notice.tsx';
import { useCommonText } from '../../app/i18n.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { AccountAccess } from './account-access.tsx';
import { AccountDetails } from './account-details.tsx';
import { AccountSecret } from './account-secret.tsx';
import { peopleTexts } from './texts.ts';

export type AccountDialogProps = {
  accountId: string;
  /** The account as the list showed it, until it was read again. */
  known: Account | null;
  onClose: () => void;
};

/** One account: name and role, password, PIN, access; each part is saved by itself. */
export function AccountDialog({ accountId, known, onClose }: AccountDialogProps) {
  const t = peopleTexts.useText();
  const common = useCommonText();
  const { data, error, refetch } = useAccountPage({}, { limit: 200 });
  const account = data?.items.find((item) => item.id === accountId) ?? known;
  return (
    <Dialog
      open
      onOpenChange={onClose}
      title={account?.displayName ?? ''}
      description={account?.username}
      size="large"
      closeLabel={common('close')}
    >
      {account === null ? (
        error === null ? (
          <Skeleton className="h-64 w-full" />
        ) : (
          <FailureNotice failure={error} onRetry={() => void refetch()} />
        )
      ) : (
        <div className="grid gap-x-8 md:grid-cols-2">
          <div>
            <Part title={t('partDetails')}>
              <AccountDetails account={account} />
            </Part>
            <Part title={t('partAccess')}>
              <AccountAccess account={account} />
            </Part>
          </div>
          <div>
            <Part title={t('partPassword')}>
              <AccountSecret kind="password" account={account} />
            </Part>
            <Part title={t('partPin')}>
              <AccountSecret kind="pin" account={account} />
            </Part>
          </div>
        </div>
      )}
    </Dialog>
  );
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section aria-label={title} className="border-t py-4 first:border-t-0">
      <h3 className="pb-2 font-semibold">{title}</h3>
      {children}
    </section>
  );
}
