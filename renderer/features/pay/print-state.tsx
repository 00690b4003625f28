import { Printer, PrinterCheck, TriangleAlert } from 'lucide-react';
import type { OrderCommitted, PrintJob } from '../../../shared/api/orders.ts';
import { usePrintJobs } from '../../api/receipts.ts';
import { classNames } from '../../ui/class-names.ts';
import { payTexts } from './texts.ts';

/** Where the paper is, in words. */
export function PrintState({ done }: { done: OrderCommitted }) {
  const t = payTexts.useText();
  const { data: jobs } = usePrintJobs();
  const own = jobs?.filter((job) => job.orderId === done.order.id) ?? [];
  const newest = own.toSorted((a, b) => b.createdAt.localeCompare(a.createdAt))[0];
  const { text, hint, tone } = wordsOf(done, newest);
  const Icon = tone === 'bad' ? TriangleAlert : tone === 'good' ? PrinterCheck : Printer;
  return (
    <p
      role="status"
      className={classNames(
        'flex shrink-0 items-start gap-3 rounded-card px-4 py-3',
        tone === 'bad' ? 'bg-warn-soft' : 'border bg-surface shadow-low',
      )}
    >
      <Icon
        className={classNames(
          'mt-0.5 size-5 shrink-0',
          tone === 'bad' ? 'text-warn' : tone === 'good' ? 'text-accent-text' : 'text-ink-muted',
        )}
        aria-hidden="true"
      />
      <span className="min-w-0">
        <span className="block font-medium [overflow-wrap:anywhere]">{text}</span>
        {hint !== '' && <span className="block text-sm text-ink-muted">{t(hint)}</span>}
      </span>
    </p>
  );
}

type Words = { text: string; hint: '' | 'printFailingHint'; tone: 'plain' | 'good' | 'bad' };

function wordsOf(done: OrderCommitted, job: PrintJob | undefined): Words {
  const t = payTexts.text;
  if (job === undefined) {
    const text = { queued: 'printWaiting', off: 'printOff', 'no-printer': 'printNone' } as const;
    return { text: t(text[done.print]), hint: '', tone: 'plain' };
  }
  if (job.state === 'printed') return { text: t('printPrinted'), hint: '', tone: 'good' };
  if (job.state === 'cancelled') return { text: t('printCancelled'), hint: '', tone: 'plain' };
  if (job.lastError !== '') return { text: job.lastError, hint: 'printFailingHint', tone: 'bad' };
  return { text: t(job.state === 'printing' ? 'printPrinting' : 'printWaiting'), hint: '', tone: 'plain' };
}
