import { CircleCheck, LoaderCircle } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import type { VerifyAnswer } from '../../../shared/api/reports.ts';
import { useVerifyJournal } from '../../api/journal.ts';
import { nowMilliseconds } from '../../app/clock.ts';
import { FailureNotice } from '../../app/failure-notice.tsx';
import { useCommonText } from '../../app/i18n.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { ErrorNotice } from '../../ui/error-notice.tsx';
import { useFormats } from '../../ui/format.tsx';
import { reportsTexts } from './texts.ts';

/** Reads the whole journal again and says in words what was found. Starts by itself: it was asked for. */
export function VerifyDialog({ onClose }: { onClose: () => void }) {
  const t = reportsTexts.useText();
  const common = useCommonText();
  const verify = useVerifyJournal();
  const [checkedAt, setCheckedAt] = useState(0);
  const started = useRef(false);
  const start = () => verify.mutate(undefined, { onSuccess: () => setCheckedAt(nowMilliseconds()) });
  useEffect(() => {
    if (started.current) return;
    started.current = true;
    verify.mutate(undefined, { onSuccess: () => setCheckedAt(nowMilliseconds()) });
  }, [verify]);
  return (
    <Dialog
      open
      onOpenChange={onClose}
      title={t('verifyTitle')}
      closeLabel={common('close')}
      footer={verify.data && !verify.isPending && <Button onClick={start}>{common('retry')}</Button>}
    >
      <div role="status" aria-live="polite" className="min-h-28">
        {verify.isPending && (
          <p className="flex items-center gap-2 text-ink-muted">
            <LoaderCircle className="late-spinner size-5" aria-hidden="true" />
            {t('verifying')}
          </p>
        )}
        {verify.error && <FailureNotice failure={verify.error} onRetry={start} />}
        {verify.data && !verify.isPending && <Outcome answer={verify.data} checkedAt={checkedAt} />}
      </div>
    </Dialog>
  );
}

function Outcome({ answer, checkedAt }: { answer: VerifyAnswer; checkedAt: number }) {
  const t = reportsTexts.useText();
  const { number, dateTime } = useFormats();
  const entries = t('countEntries', { count: answer.entries, number: number(answer.entries) });
  const sales = t('countSales', { count: answer.sales, number: number(answer.sales) });
  const seconds = number(Math.round(answer.milliseconds / 10) / 100);
  return (
    <div className="flex flex-col gap-3">
      {answer.content ? (
        <p className="figures flex items-start gap-2 rounded-card bg-accent-soft px-4 py-3 text-base font-semibold text-accent-text">
          <CircleCheck className="mt-0.5 size-5 shrink-0" aria-hidden="true" />
          {t('verifyContent', { entries, sales })}
        </p>
      ) : (
        <Problems answer={answer} />
      )}
      <p className="figures text-ink-muted">{t('verifyHow', { seconds })}</p>
      <div>
        <p className="text-sm text-ink-muted">{t('verifyHead')}</p>
        <p className="font-mono text-[0.8125rem] wrap-anywhere">{answer.head}</p>
      </div>
      <p className="figures text-sm text-ink-muted">{t('verifyAt', { at: dateTime(checkedAt) })}</p>
    </div>
  );
}

const mostProblems = 200;

function Problems({ answer: { problems } }: { answer: VerifyAnswer }) {
  const t = reportsTexts.useText();
  const { number } = useFormats();
  return (
    <>
      <ErrorNotice
        title={t('verifyBad', { count: problems.length, number: number(problems.length) })}
        remedy={t('verifyBadRemedy')}
      />
      <ul className="max-h-72 overflow-y-auto rounded-card border">
        {problems.slice(0, mostProblems).map(({ seq, what }) => (
          <li key={`${seq} ${what}`} className="figures flex gap-3 border-b px-4 py-2 last:border-b-0">
            <span className="w-24 shrink-0 text-ink-muted">
              {seq === null ? t('problemBooks') : t('problemSeq', { number: number(seq) })}
            </span>
            <span className="wrap-anywhere">{what}</span>
          </li>
        ))}
      </ul>
      {problems.length > mostProblems && (
        <p className="text-sm text-ink-muted">{t('problemsMost', { number: number(mostProblems) })}</p>
      )}
    </>
  );
}
