import { RefreshCw, ShieldCheck } from 'lucide-react';
import { useState } from 'react';
import type { SyncStatus } from '../../../shared/api/sync.ts';
import { isApiFailure } from '../../api/api-failure.ts';
import { useSyncNow, useSyncStatus } from '../../api/sync.ts';
import { FailureNotice } from '../../app/failure-notice.tsx';
import { firstSentence } from '../../app/first-sentence.ts';
import { useMay } from '../../state/session.ts';
import { Button } from '../../ui/button.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { showToast } from '../../ui/toast.tsx';
import { usePageKeys } from '../../ui/use-page-keys.ts';
import { AlonePanel } from './alone-panel.tsx';
import { ArrivingPanel } from './arriving-panel.tsx';
import { MembershipPanel } from './membership-panel.tsx';
import { ProofDialog } from './proof-dialog.tsx';
import { ReadinessDialog } from './readiness-dialog.tsx';
import { StatePanel } from './state-panel.tsx';
import { SyncFrame } from './sync-frame.tsx';
import { syncTexts } from './texts.ts';
import { WaitingFilePanel } from './waiting-file-panel.tsx';

/** Whether what was sold is with the cloud, what waits and why; for a till that is alone, what joining would give. */
export function SyncPage() {
  const { data: status, error, refetch } = useSyncStatus();
  const [asked, setAsked] = useState<'proof' | 'readiness' | null>(null);
  const mayManage = useMay('sync.manage');
  return (
    <SyncFrame
      status={status}
      actions={
        status && (
          <Actions status={status} onProve={() => setAsked('proof')} onAsk={() => setAsked('readiness')} />
        )
      }
    >
      {error !== null && <FailureNotice failure={error} onRetry={() => void refetch()} className="mb-4" />}
      {status === undefined ? (
        error === null && <Skeleton className="h-72 rounded-card" />
      ) : status.joined === null ? (
        <AlonePanel status={status} />
      ) : (
        <div className="grid items-start gap-4 lg:grid-cols-[minmax(0,1.6fr)_minmax(0,1fr)]">
          <div className="flex flex-col gap-4">
            {status.arriving !== null && <ArrivingPanel arriving={status.arriving} behind={status.behind} />}
            <StatePanel status={status} />
          </div>
          <div className="flex flex-col gap-4">
            <MembershipPanel joined={status.joined} waiting={status.waiting} />
            {mayManage && <WaitingFilePanel waiting={status.waiting} />}
          </div>
        </div>
      )}
      {asked === 'proof' && <ProofDialog onClose={() => setAsked(null)} />}
      {asked === 'readiness' && <ReadinessDialog onClose={() => setAsked(null)} />}
    </SyncFrame>
  );
}

type ActionsProps = { status: SyncStatus; onProve: () => void; onAsk: () => void };

function Actions({ status, onProve, onAsk }: ActionsProps) {
  const t = syncTexts.useText();
  const now = useSyncNow();
  const isJoined = status.joined !== null;
  const tryNow = () => {
    if (now.isPending) return;
    now.mutate(undefined, {
      onSuccess: ({ state, trouble }) =>
        showToast(
          state === 'online'
            ? { id: 'sync-now', tone: 'good', title: t('tried') }
            : { id: 'sync-now', tone: 'bad', title: firstSentence(trouble?.message ?? t('triedNot')) },
        ),
      onError: (thrown) => {
        if (isApiFailure(thrown)) showToast({ id: 'sync-now', tone: 'bad', title: thrown.message });
      },
    });
  };
  usePageKeys(isJoined ? { n: tryNow, p: onProve, w: onAsk } : { w: onAsk });
  return (
    <>
      <Button keyLabel="W" onClick={onAsk}>
        {t('readiness')}
      </Button>
      {isJoined && (
        <>
          <Button icon={RefreshCw} keyLabel="N" busy={now.isPending} onClick={tryNow}>
            {t('tryNow')}
          </Button>
          <Button icon={ShieldCheck} keyLabel="P" variant="primary" onClick={onProve}>
            {t('prove')}
          </Button>
        </>
      )}
    </>
  );
}
