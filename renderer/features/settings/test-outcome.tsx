import { CircleCheck, LoaderCircle, TriangleAlert } from 'lucide-react';
import { usePrintJobs } from '../../api/receipts.ts';
import { useFormats } from '../../ui/format.tsx';
import { printerTexts } from './printer-texts.ts';

/** What became of a test print, or of a pulse for the drawer, in words; follows the queue. */
export function TestOutcome({ jobId, isDrawer }: { jobId: string; isDrawer: boolean }) {
  const t = printerTexts.useText();
  const { time } = useFormats();
  const { data: jobs } = usePrintJobs();
  const job = jobs?.find(({ id }) => id === jobId);
  const failed = job?.state === 'waiting' && job.lastError !== '';
  const words = () => {
    if (job === undefined) return t('testWaiting');
    if (job.state === 'printed' && isDrawer) return t('drawerTestDone');
    if (job.state === 'printed') return t('testPrinted', { time: time(job.printedAt ?? job.createdAt) });
    if (job.state === 'cancelled') return t('testCancelled');
    if (failed) return t('testTrying', { reason: sentence(job.lastError) });
    return t(job.state === 'printing' ? 'testPrinting' : 'testWaiting');
  };
  const [Icon, colour] =
    job?.state === 'printed'
      ? [CircleCheck, 'text-accent-text']
      : failed
        ? [TriangleAlert, 'text-danger']
        : [LoaderCircle, 'text-ink-muted'];
  return (
    <p role="status" className={`flex min-w-0 flex-1 items-center gap-2 ${colour}`}>
      <Icon className="size-5 shrink-0" aria-hidden="true" />
      <span className="wrap-anywhere">{words()}</span>
    </p>
  );
}

/** With a full stop, as more follows. */
export function sentence(text: string): string {
  return /[.!?]$/.test(text) ? text : `${text}.`;
}
