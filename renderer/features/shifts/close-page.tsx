import { useEffect } from 'react';
import { useNavigate } from 'react-router';
import { useCurrentShift } from '../../api/shifts.ts';
import { FailureNotice } from '../../app/failure-notice.tsx';
import { useAction } from '../../app/use-action.ts';
import { useHoldOffLock } from '../../app/use-hold-off-lock.ts';
import { classNames } from '../../ui/class-names.ts';
import { PageHeader } from '../../ui/page-header.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { CloseCount } from './close-count.tsx';
import { CloseDone } from './close-done.tsx';
import { CloseParked } from './close-parked.tsx';
import { CloseResult } from './close-result.tsx';
import { endClosing, startClosing, useClosing, type CloseStep, type Closing } from './close-store.ts';
import { ShiftPage } from './shift-page.tsx';
import { shiftTexts } from './texts.ts';

/** Closes the shift, step by step: parked carts, the blind count, what it comes to, the Z report. */
export function CloseShiftPage() {
  const navigate = useNavigate();
  const { data: shift, error, refetch } = useCurrentShift();
  const closing = useClosing((state) => state.closing);
  const shiftId = shift?.id ?? null;
  useEffect(() => {
    if (shiftId !== null) startClosing(shiftId);
  }, [shiftId]);
  useEffect(
    () => () => {
      if (useClosing.getState().closing?.step === 'closed') endClosing();
    },
    [],
  );
  useAction('back', () => void navigate('/shift'));
  if (error) return <FailureNotice failure={error} onRetry={() => void refetch()} />;
  if (closing?.report) return <CloseDone report={closing.report} />;
  if (shift === undefined) return <Skeleton className="h-72 rounded-card" />;
  if (shift === null) return <ShiftPage />;
  if (closing?.shiftId !== shift.id) return null;
  return <Wizard closing={closing} shiftNumber={shift.number} />;
}

function Wizard({ closing, shiftNumber }: { closing: Closing; shiftNumber: number }) {
  const t = shiftTexts.useText();
  useHoldOffLock(closing.step !== 'parked');
  return (
    <div className="mx-auto max-w-5xl">
      <PageHeader title={t('closeTitle', { number: shiftNumber })} actions={<Steps step={closing.step} />} />
      {closing.step === 'parked' && <CloseParked />}
      {closing.step === 'count' && <CloseCount closing={closing} />}
      {closing.step === 'result' && closing.count && (
        <CloseResult closing={closing} count={closing.count} shiftNumber={shiftNumber} />
      )}
    </div>
  );
}

const steps = [
  ['parked', 'stepParked'],
  ['count', 'stepCount'],
  ['result', 'stepResult'],
  ['closed', 'stepClosed'],
] as const;

function Steps({ step }: { step: CloseStep }) {
  const t = shiftTexts.useText();
  return (
    <ol aria-label={t('steps')} className="flex flex-wrap gap-1 text-sm">
      {steps.map(([name, label], index) => (
        <li
          key={name}
          aria-current={name === step ? 'step' : undefined}
          className={classNames(
            'rounded-full px-3 py-1',
            name === step ? 'bg-accent-soft font-semibold text-accent-text' : 'text-ink-muted',
          )}
        >
          {index + 1} {t(label)}
        </li>
      ))}
    </ol>
  );
}
