import { Printer, RotateCw, X } from 'lucide-react';
import type { PrintJob } from '../../../shared/api/orders.ts';
import { isApiFailure } from '../../api/api-failure.ts';
import {
  useCancelPrintJob,
  usePrintJobs,
  usePrintReceipt,
  useReprintPaper,
  useRetryPrintJob,
} from '../../api/receipts.ts';
import { FailureNotice } from '../../app/failure-notice.tsx';
import { useMay } from '../../state/session.ts';
import { Badge, type BadgeTone } from '../../ui/badge.tsx';
import { Panel } from '../../ui/card.tsx';
import { useFormats } from '../../ui/format.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { sentence } from './test-outcome.tsx';
import { printerTexts } from './printer-texts.ts';

/** What waits for the printer and what it had, the latest fifty. */
export function PrintQueue() {
  const t = printerTexts.useText();
  const { data: jobs, error, refetch } = usePrintJobs();
  const cancel = useCancelPrintJob();
  const retry = useRetryPrintJob();
  const receipt = usePrintReceipt();
  const paper = useReprintPaper();
  const again = (job: PrintJob) => {
    if (isReceipt(job) && job.orderId !== null) receipt.mutate(job.orderId);
    else paper.mutate(job.id);
  };
  const failed = cancel.error ?? retry.error ?? toldOf(receipt.error) ?? toldOf(paper.error);
  return (
    <Panel title={t('queue')} className="max-w-4xl" bodyClassName="py-1!">
      {failed && <FailureNotice failure={failed} className="my-3" />}
      {error && <FailureNotice failure={error} onRetry={() => void refetch()} className="my-3" />}
      {jobs?.length === 0 && <p className="py-3 text-ink-muted">{t('queueEmpty')}</p>}
      <ul>
        {jobs?.map((job) => (
          <JobRow
            key={job.id}
            job={job}
            onCancel={() => cancel.mutate(job.id)}
            onRetry={() => retry.mutate(job.id)}
            onAgain={() => again(job)}
          />
        ))}
      </ul>
    </Panel>
  );
}

const toneOf = (job: PrintJob): BadgeTone => {
  if (job.state === 'printed') return 'good';
  if (job.state === 'cancelled') return 'neutral';
  return job.lastError === '' ? 'warn' : 'bad';
};

/** Who goes back without an approval knows it. */
const toldOf = (failure: Error | null) => (isApiFailure(failure, 'approval-needed') ? null : failure);

function whatOf({ kind, title, receiptNumber }: PrintJob, t: typeof printerTexts.text): string {
  if (kind === 'receipt' || kind === 'copy' || kind === 'drawer' || kind === 'test')
    return t('jobWhat', { kind: t(`jobKind-${kind}`), number: receiptNumber ?? '' }).trim();
  return title;
}

type JobRowProps = { job: PrintJob; onCancel: () => void; onRetry: () => void; onAgain: () => void };

const isReceipt = ({ kind }: PrintJob) => kind === 'receipt' || kind === 'copy';

function JobRow({ job, onCancel, onRetry, onAgain }: JobRowProps) {
  const t = printerTexts.useText();
  const { dateTime } = useFormats();
  const mayAct = useMay('receipts.reprint');
  const what = whatOf(job, t);
  const isOpen = job.state === 'waiting';
  return (
    <li className="flex min-h-13 items-center gap-3 border-b py-1 last:border-b-0">
      <Badge tone={toneOf(job)}>{t(`jobState-${job.state}`)}</Badge>
      <div className="min-w-0 flex-1">
        <p className="figures truncate font-medium">{what}</p>
        {isOpen && job.lastError !== '' && (
          <p className="text-sm text-danger wrap-anywhere">
            {sentence(job.lastError)} {t('jobAttempts', { count: job.attempts })}
          </p>
        )}
      </div>
      <span className="figures text-sm whitespace-nowrap text-ink-muted">
        {dateTime(job.printedAt ?? job.createdAt)}
      </span>
      {mayAct && job.state === 'printed' && (isReceipt(job) || job.title !== '') && (
        <IconButton icon={Printer} label={t('jobAgain', { what })} onClick={onAgain} />
      )}
      {mayAct && isOpen && (
        <>
          <IconButton icon={RotateCw} label={t('jobRetry', { what })} onClick={onRetry} />
          <IconButton icon={X} label={t('jobCancel', { what })} onClick={onCancel} />
        </>
      )}
    </li>
  );
}
