import { CircleAlert, CircleCheck, RefreshCw, TriangleAlert } from 'lucide-react';
import { Link } from 'react-router';
import type { SyncReadiness } from '../../../shared/api/sync.ts';
import { useReadiness } from '../../api/sync.ts';
import { FailureNotice } from '../../app/failure-notice.tsx';
import { useCommonText } from '../../app/i18n.ts';
import { Button } from '../../ui/button.tsx';
import { classNames } from '../../ui/class-names.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { syncTexts } from './texts.ts';

/** Whether this till can work three weeks with no network: what was looked at, and where to see to it. */
export function ReadinessDialog({ onClose }: { onClose: () => void }) {
  const t = syncTexts.useText();
  const common = useCommonText();
  const { data: readiness, error, refetch, isFetching } = useReadiness();
  return (
    <Dialog
      open
      onOpenChange={onClose}
      size="large"
      title={t('readinessTitle')}
      closeLabel={common('close')}
      footer={
        <Button icon={RefreshCw} busy={isFetching} onClick={() => void refetch()}>
          {t('readinessAgain')}
        </Button>
      }
    >
      {error !== null && <FailureNotice failure={error} onRetry={() => void refetch()} />}
      {readiness === undefined ? (
        error === null && <Skeleton className="h-64" />
      ) : (
        <Checks readiness={readiness} />
      )}
    </Dialog>
  );
}

type Check = SyncReadiness['checks'][number];
const looks = {
  ok: { icon: CircleCheck, tone: 'text-accent-text', panel: 'bg-accent-soft', words: 'readinessReady' },
  warn: { icon: CircleAlert, tone: 'text-warn', panel: 'bg-warn-soft', words: 'readinessWarn' },
  bad: { icon: TriangleAlert, tone: 'text-danger', panel: 'bg-danger-soft', words: 'readinessBad' },
} as const;

/** The worst of all checks says how the whole stands. */
const worstOf = (checks: readonly Check[]): Check['state'] =>
  (['bad', 'warn'] as const).find((state) => checks.some((check) => check.state === state)) ?? 'ok';

/** What needs a person comes first. */
const inOrder = (checks: readonly Check[]) =>
  (['bad', 'warn', 'ok'] as const).flatMap((state) => checks.filter((check) => check.state === state));

function Checks({ readiness: { checks } }: { readiness: SyncReadiness }) {
  const t = syncTexts.useText();
  const { icon: Icon, tone, panel, words } = looks[worstOf(checks)];
  return (
    <>
      <p
        role="status"
        className={classNames(
          'flex items-start gap-2 rounded-card px-4 py-3 text-base font-semibold',
          panel,
          tone,
        )}
      >
        <Icon className="mt-0.5 size-5 shrink-0" aria-hidden="true" />
        {t(words)}
      </p>
      <ul aria-label={t('readinessList')} className="grid gap-x-8 pt-2 md:grid-cols-2">
        {inOrder(checks).map((check) => (
          <CheckRow key={check.id} check={check} />
        ))}
      </ul>
    </>
  );
}

/** Where a check is seen to. */
const places: Readonly<Record<string, string>> = {
  pins: '/people',
  catalogue: '/products',
  printer: '/settings/printer',
  proved: '/journal',
  cards: '/customers',
  program: '/settings/about',
};

function CheckRow({ check: { id, state, title, message } }: { check: Check }) {
  const t = syncTexts.useText();
  const { icon: Icon, tone } = looks[state];
  const place = places[id];
  return (
    <li className="flex items-start gap-3 border-b py-2">
      <Icon className={classNames('mt-0.5 size-5 shrink-0', tone)} aria-hidden="true" />
      <div className="min-w-0 flex-1">
        <p className="font-medium">
          {title}
          <span className={classNames('ml-2 text-sm', tone)}>{t(`readiness-${state}`)}</span>
        </p>
        <p className="figures text-ink-muted">{message}</p>
      </div>
      {place !== undefined && state !== 'ok' && (
        <Link
          to={place}
          className="inline-flex min-h-11 items-center px-2 font-semibold text-accent-text underline"
        >
          {t('readinessOpen')}
        </Link>
      )}
    </li>
  );
}
