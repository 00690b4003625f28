import { CircleCheck } from 'lucide-react';
import { Link } from 'react-router';
import type { DayReport } from '../../../shared/api/reports.ts';
import { useMay } from '../../state/session.ts';
import { ErrorNotice } from '../../ui/error-notice.tsx';
import { useFormats } from '../../ui/format.tsx';
import { reportsTexts } from './texts.ts';

/** Whether the figures are what the journal's entries add up to, in words. */
export function AgreementLine({ report: { journal } }: { report: DayReport }) {
  const t = reportsTexts.useText();
  const { number, money } = useFormats();
  const opensJournal = useMay('journal.view');
  const told = {
    count: journal.salesCount,
    number: number(journal.salesCount),
    total: money(journal.totalMinor),
  };
  if (!journal.agrees) {
    return (
      <ErrorNotice
        className="mb-4"
        title={t('differsTitle')}
        kept={t('differsWhat', told)}
        remedy={t('differsRemedy')}
        action={
          opensJournal && (
            <Link
              to="/journal"
              className="inline-flex min-h-11 items-center font-semibold text-accent-text underline print:hidden"
            >
              {t('toJournal')}
            </Link>
          )
        }
      />
    );
  }
  return (
    <p
      role="status"
      className="figures mb-4 flex items-center gap-2 rounded-card bg-accent-soft px-4 py-2.5 font-medium text-accent-text"
    >
      <CircleCheck className="size-5 shrink-0" aria-hidden="true" />
      {t('agrees', told)}
    </p>
  );
}
