import { Banknote, LockKeyhole, Printer, Wallet } from 'lucide-react';
import { useNavigate } from 'react-router';
import type { Shift, XReport } from '../../../shared/api/shifts.ts';
import { useCurrentShift, usePrintXReport, useXReport } from '../../api/shifts.ts';
import { keyLabelOf } from '../../app/actions.ts';
import { FailureNotice } from '../../app/failure-notice.tsx';
import { setOverlay } from '../../app/overlays.ts';
import { useMay } from '../../state/session.ts';
import { Button } from '../../ui/button.tsx';
import { Card, Panel } from '../../ui/card.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { useFormats } from '../../ui/format.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { ReceiptView } from '../../ui/receipt-view.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { showToast } from '../../ui/toast.tsx';
import { MoveList } from './move-list.tsx';
import { StepList } from './step-list.tsx';
import { shiftTexts } from './texts.ts';

/** The shift of this register: who, since when, what came in and went out, and its X report. */
export function ShiftPage() {
  const t = shiftTexts.useText();
  const { data: shift, error, refetch } = useCurrentShift();
  const mayOpen = useMay('shifts.open');
  if (error) return <FailureNotice failure={error} onRetry={() => void refetch()} />;
  if (shift === undefined) return <Skeleton className="h-72 rounded-card" />;
  if (shift !== null) return <OpenShift shift={shift} />;
  return (
    <>
      <PageHeader title={t('noShiftTitle')} />
      <Card>
        <EmptyState
          icon={Banknote}
          title={t('noShift')}
          description={t('noShiftWhat')}
          action={
            mayOpen && (
              <Button variant="primary" size="large" onClick={() => setOverlay('shift', true)}>
                {t('open')}
              </Button>
            )
          }
        />
      </Card>
    </>
  );
}

function OpenShift({ shift }: { shift: Shift }) {
  const t = shiftTexts.useText();
  const { dateTime } = useFormats();
  const navigate = useNavigate();
  const mayClose = useMay('shifts.close');
  const { data: report, error, refetch } = useXReport(mayClose);
  return (
    <div className="mx-auto max-w-7xl">
      <PageHeader
        title={t('shiftTitle', { number: shift.number })}
        description={t('since', { time: dateTime(shift.openedAt), name: shift.openedBy })}
        actions={
          <>
            <MoveButton />
            {mayClose && <PrintButton />}
            {mayClose && (
              <Button
                variant="primary"
                icon={LockKeyhole}
                keyLabel={keyLabelOf('shift.close')}
                onClick={() => void navigate('/shift/close')}
              >
                {t('close')}
              </Button>
            )}
          </>
        }
      />
      {error && <FailureNotice failure={error} onRetry={() => void refetch()} className="mb-4" />}
      <div className="grid items-start gap-4 lg:grid-cols-[1fr_auto]">
        <div className="flex min-w-0 flex-col gap-4">
          <Figures shift={shift} report={report} />
          {report && (
            <Panel title={t('moves')} bodyClassName="py-2!">
              <MoveList moves={report.facts.moves} />
            </Panel>
          )}
        </div>
        {report && <ReceiptView blocks={report.blocks} paperWidth={report.paperWidth} label={t('xReport')} />}
      </div>
    </div>
  );
}

function MoveButton() {
  const t = shiftTexts.useText();
  if (!useMay('cash.move')) return null;
  return (
    <Button icon={Wallet} keyLabel={keyLabelOf('shift.move')} onClick={() => setOverlay('move', true)}>
      {t('moveTitle')}
    </Button>
  );
}

function PrintButton() {
  const t = shiftTexts.useText();
  const print = usePrintXReport();
  return (
    <Button
      icon={Printer}
      busy={print.isPending}
      onClick={() =>
        print.mutate(undefined, {
          onSuccess: () => showToast({ tone: 'good', title: t('xQueued') }),
          onError: ({ message }) => showToast({ tone: 'bad', title: message }),
        })
      }
    >
      {t('printX')}
    </Button>
  );
}

function Figures({ shift, report }: { shift: Shift; report: XReport | undefined }) {
  const t = shiftTexts.useText();
  const { money, number } = useFormats();
  const cash = report?.facts.cash;
  return (
    <Card className="grid gap-x-8 gap-y-3 px-5 py-4 sm:grid-cols-2">
      <dl className="flex flex-wrap gap-x-10 gap-y-3">
        <div>
          <dt className="text-sm text-ink-muted">{t('sales')}</dt>
          <dd className="figures text-2xl font-semibold">{number(shift.salesCount)}</dd>
        </div>
        <div>
          <dt className="text-sm text-ink-muted">{t('salesTotal')}</dt>
          <dd className="figures text-2xl font-semibold">{money(shift.salesMinor)}</dd>
        </div>
      </dl>
      {cash ? (
        <StepList steps={cash.steps} expectedMinor={cash.expectedMinor} />
      ) : (
        <p className="text-ink-muted">
          {t('shouldHold')}: {t('blind')}
        </p>
      )}
    </Card>
  );
}
