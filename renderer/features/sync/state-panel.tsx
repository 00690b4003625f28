import { CircleCheck, CloudOff, CloudUpload, Link2 } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import { Link } from 'react-router';
import type { SyncStatus } from '../../../shared/api/sync.ts';
import { ageWords } from '../../app/age-words.ts';
import { firstSentence } from '../../app/first-sentence.ts';
import { glanceAt } from '../../app/sync-glance.ts';
import { useNow } from '../../app/use-now.ts';
import { useMay } from '../../state/session.ts';
import { Button } from '../../ui/button.tsx';
import { Panel } from '../../ui/card.tsx';
import { classNames } from '../../ui/class-names.ts';
import { ErrorNotice } from '../../ui/error-notice.tsx';
import { useFormats } from '../../ui/format.tsx';
import { usePageKeys } from '../../ui/use-page-keys.ts';
import { JoinDialog } from './join-dialog.tsx';
import { syncTexts } from './texts.ts';

/** How the sync stands in one sentence, and the figures behind it. */
export function StatePanel({ status }: { status: SyncStatus }) {
  const t = syncTexts.useText();
  const now = useNow(10_000);
  const isBad = glanceAt(status, now).tone === 'bad';
  return (
    <Panel title={t('state')}>
      {isBad && status.trouble !== null ? (
        <Trouble trouble={status.trouble} status={status} />
      ) : (
        <Sentence status={status} />
      )}
      <Figures status={status} />
    </Panel>
  );
}

function Sentence({ status: { state, waiting, trouble } }: { status: SyncStatus }) {
  const t = syncTexts.useText();
  const { number } = useFormats();
  const isOnline = state === 'online';
  const cause = firstSentence(trouble?.message ?? '');
  const told = { count: waiting, number: number(waiting), cause };
  const key = isOnline ? 'state-online' : 'state-offline';
  const Icon = isOnline ? (waiting === 0 ? CircleCheck : CloudUpload) : CloudOff;
  return (
    <div
      role="status"
      className={classNames(
        'flex items-start gap-3 rounded-card p-4',
        isOnline ? 'bg-accent-soft text-accent-text' : 'bg-warn-soft text-warn',
      )}
    >
      <Icon className="mt-0.5 size-5 shrink-0" aria-hidden="true" />
      <div>
        <p className="figures font-semibold">{waiting === 0 ? t(key, told) : t(`${key}-waiting`, told)}</p>
        {!isOnline && (
          <p className="text-ink">
            {t('keptOffline')} {trouble?.remedy}
          </p>
        )}
      </div>
    </div>
  );
}

type TroubleProps = { trouble: NonNullable<SyncStatus['trouble']>; status: SyncStatus };

function Trouble({ trouble, status: { waiting, joined } }: TroubleProps) {
  const t = syncTexts.useText();
  const { number, dateTime } = useFormats();
  return (
    <ErrorNotice
      title={firstSentence(trouble.message)}
      kept={t('keptTrouble', { count: waiting, number: number(waiting) })}
      remedy={`${trouble.remedy} ${t('troubleSince', { at: dateTime(trouble.since) })}`}
      action={
        trouble.code === 'sync-refused' && joined !== null ? <JoinAgainButton url={joined.url} /> : undefined
      }
    />
  );
}

/** A till that was taken off the list comes back with a new code, and all that waits goes with it. */
function JoinAgainButton({ url }: { url: string }) {
  const t = syncTexts.useText();
  const mayJoin = useMay('sync.manage');
  const [isJoining, setJoining] = useState(false);
  usePageKeys({ j: () => mayJoin && setJoining(true) });
  if (!mayJoin) return null;
  return (
    <>
      <Button icon={Link2} keyLabel="J" onClick={() => setJoining(true)}>
        {t('joinAgain')}
      </Button>
      {isJoining && <JoinDialog leftUrl={url} onClose={() => setJoining(false)} />}
    </>
  );
}

function Figures({ status }: { status: SyncStatus }) {
  const t = syncTexts.useText();
  const { number } = useFormats();
  const { sent, received, behind, forReview } = status;
  return (
    <dl className="mt-4 grid grid-cols-2 gap-x-6 gap-y-4 md:grid-cols-3">
      <Waiting status={status} />
      <Figure label={t('sent')}>{number(sent)}</Figure>
      <Figure
        label={t('forReview')}
        detail={
          forReview === 0 ? undefined : (
            <Link
              to="/sync/exceptions"
              className="inline-flex min-h-11 items-center font-semibold text-accent-text underline"
            >
              {t('forReviewLook')}
            </Link>
          )
        }
      >
        {number(forReview)}
      </Figure>
      <Figure label={t('received')}>{number(received)}</Figure>
      <Figure label={t('behind')} isWords={behind === null}>
        {behind === null ? t('behindUnknown') : number(behind)}
      </Figure>
      <Times status={status} />
    </dl>
  );
}

function Waiting({ status: { waiting, waitingSales, oldestWaitingAt } }: { status: SyncStatus }) {
  const t = syncTexts.useText();
  const { number } = useFormats();
  const now = useNow(10_000);
  const details = [
    ...(waitingSales > 0 ? [t('waitingSales', { count: waitingSales, number: number(waitingSales) })] : []),
    ...(oldestWaitingAt === null
      ? []
      : [t('waitingOldest', { age: ageWords(Math.max(0, now - Date.parse(oldestWaitingAt))) })]),
  ];
  return (
    <Figure label={t('waiting')} detail={waiting === 0 ? undefined : details.join(', ')}>
      {number(waiting)}
    </Figure>
  );
}

function Times({ status: { lastSuccessAt, nextTryAt } }: { status: SyncStatus }) {
  const t = syncTexts.useText();
  const { time } = useFormats();
  const now = useNow(10_000);
  return (
    <Figure
      label={t('lastSuccess')}
      isWords
      detail={nextTryAt === null ? undefined : t('nextTry', { time: time(nextTryAt) })}
    >
      {lastSuccessAt === null
        ? t('lastSuccessNever')
        : ageWords(Math.max(0, now - Date.parse(lastSuccessAt)))}
    </Figure>
  );
}

type FigureProps = { label: string; detail?: ReactNode; isWords?: boolean; children: ReactNode };

function Figure({ label, detail, isWords = false, children }: FigureProps) {
  return (
    <div className="min-w-0">
      <dt className="text-sm text-ink-muted">{label}</dt>
      <dd>
        <span
          className={classNames('figures block font-semibold', isWords ? 'text-base leading-8' : 'text-2xl')}
        >
          {children}
        </span>
        {detail !== undefined && <span className="figures block text-sm text-ink-muted">{detail}</span>}
      </dd>
    </div>
  );
}
