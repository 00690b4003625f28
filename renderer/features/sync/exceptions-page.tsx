import { CircleCheck } from 'lucide-react';
import type { SyncException } from '../../../shared/api/sync.ts';
import { useSyncExceptions, useSyncStatus } from '../../api/sync.ts';
import { FailureNotice } from '../../app/failure-notice.tsx';
import { Card } from '../../ui/card.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ErrorNotice } from '../../ui/error-notice.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { OverRefundRow } from './over-refund-row.tsx';
import { PutBackRow } from './put-back-row.tsx';
import { ReviewRow } from './review-row.tsx';
import { SamePersonRow } from './same-person-row.tsx';
import { SharedKeyRow } from './shared-key-row.tsx';
import { SyncFrame } from './sync-frame.tsx';
import { exceptionsTexts } from './exceptions-texts.ts';
import { WaitingEntryRow } from './waiting-entry-row.tsx';

/** What a person has to look at, each with its reason and what can be done about it. */
export function ExceptionsPage() {
  const t = exceptionsTexts.useText();
  const { data: status } = useSyncStatus();
  const { data, error, refetch } = useSyncExceptions();
  return (
    <SyncFrame status={status}>
      {error !== null && <FailureNotice failure={error} onRetry={() => void refetch()} className="mb-4" />}
      {data?.cloud === false && status?.joined && (
        <ErrorNotice tone="warn" className="mb-4" title={t('cloudAway')} kept={t('cloudAwayWhat')} />
      )}
      {data === undefined ? (
        error === null && <Skeleton className="h-72 rounded-card" />
      ) : data.items.length === 0 ? (
        <Card>
          <EmptyState icon={CircleCheck} title={t('noneTitle')} description={t('noneWhat')} />
        </Card>
      ) : (
        <>
          <p className="pb-3 text-ink-muted">{t('what')}</p>
          <ul aria-label={t('list')} className="flex flex-col gap-3">
            {data.items.map((exception) => (
              <ExceptionRow key={keyOf(exception)} exception={exception} />
            ))}
          </ul>
        </>
      )}
    </SyncFrame>
  );
}

function keyOf(exception: SyncException): string {
  switch (exception.kind) {
    case 'review':
      return exception.review.id;
    case 'waiting-entry':
      return `entry ${exception.seq}`;
    case 'shared-key':
      return `${exception.space} ${exception.key} ${exception.waiting.id}`;
    case 'same-person':
      return `${exception.customer.id} ${exception.other.id} ${exception.because}`;
    case 'over-refund':
      return `refunds ${exception.orderId}`;
    case 'put-back':
      return `life ${exception.at}`;
  }
}

function ExceptionRow({ exception }: { exception: SyncException }) {
  switch (exception.kind) {
    case 'review':
      return <ReviewRow review={exception.review} />;
    case 'waiting-entry':
      return <WaitingEntryRow entry={exception} />;
    case 'shared-key':
      return <SharedKeyRow shared={exception} />;
    case 'same-person':
      return <SamePersonRow pair={exception} />;
    case 'over-refund':
      return <OverRefundRow sale={exception} />;
    case 'put-back':
      return <PutBackRow life={exception} />;
  }
}
