import { useRef, useState } from 'react';
import { TriangleAlert } from 'lucide-react';
import type { ShiftCount } from '../../../shared/api/shifts.ts';
import { isApiFailure } from '../../api/api-failure.ts';
import { useCloseShift, useShiftCounts } from '../../api/shifts.ts';
import { FailureNotice } from '../../app/failure-notice.tsx';
import { Button } from '../../ui/button.tsx';
import { Panel } from '../../ui/card.tsx';
import { classNames } from '../../ui/class-names.ts';
import { useFormats } from '../../ui/format.tsx';
import { Money } from '../../ui/money.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { changeClosing, countAgain, type Closing } from './close-store.ts';
import { StepList } from './step-list.tsx';
import { shiftTexts } from './texts.ts';

type CloseResultProps = { closing: Closing; count: ShiftCount; shiftNumber: number };

/** What the count comes to, how the books come to theirs, and the close itself. */
export function CloseResult({ closing, count, shiftNumber }: CloseResultProps) {
  const t = shiftTexts.useText();
  const close = useCloseShift();
  const reasonField = useRef<HTMLInputElement>(null);
  const [tried, setTried] = useState(false);
  const lacksReason = count.reasonNeeded && closing.reason.trim() === '';
  const submit = async () => {
    setTried(true);
    if (lacksReason) return reasonField.current?.focus();
    const { shiftId, zReportId, reason } = closing;
    try {
      const words = t('closeWords', { number: shiftNumber });
      const report = await close.mutateAsync({ shiftId, zReportId, countId: count.id, reason, words });
      changeClosing({ report, step: 'closed' });
    } catch (thrown) {
      if (!isApiFailure(thrown)) throw thrown;
      if (thrown.code === 'count-outdated') changeClosing({ count: { ...count, outdated: true } });
    }
  };
  const refused = isApiFailure(close.error, 'approval-needed');
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
      className="flex flex-col gap-4"
    >
      {close.isError && !refused && !count.outdated && <FailureNotice failure={close.error} />}
      {refused && <p role="status">{t('notApproved')}</p>}
      <div className="grid items-start gap-4 md:grid-cols-2">
        <Outcome count={count} shiftId={closing.shiftId} />
        <Panel title={t('derivation')}>
          <StepList steps={count.steps} expectedMinor={count.expectedCashMinor} />
        </Panel>
      </div>
      {count.reasonNeeded && !count.outdated && (
        <TextField
          ref={reasonField}
          label={t('whyVariance')}
          hint={t('whyVarianceHint')}
          error={tried && lacksReason ? t('reasonNeeded') : undefined}
          autoFocus
          maxLength={200}
          value={closing.reason}
          onChange={(event) => changeClosing({ reason: event.target.value })}
        />
      )}
      <div className="flex flex-wrap justify-end gap-2">
        <Button onClick={countAgain} size="large">
          {t('recount')}
        </Button>
        {!count.outdated && (
          <Button
            type="submit"
            variant="primary"
            size="large"
            autoFocus={!count.reasonNeeded}
            busy={close.isPending}
          >
            {t('closeNow')}
          </Button>
        )}
      </div>
    </form>
  );
}

function Outcome({ count, shiftId }: { count: ShiftCount; shiftId: string }) {
  const t = shiftTexts.useText();
  const { money, time } = useFormats();
  const { data: counts } = useShiftCounts(shiftId);
  const { varianceMinor } = count;
  const others = count.tenders.filter(({ kind }) => kind !== 'cash');
  return (
    <Panel title={t('countOf', { number: count.number })}>
      <p
        role="status"
        className={classNames(
          'figures pb-3 text-3xl font-semibold',
          varianceMinor === 0 ? 'text-accent-text' : 'text-warn',
        )}
      >
        {varianceMinor === 0
          ? t('exact')
          : t(varianceMinor > 0 ? 'over' : 'short', { amount: money(Math.abs(varianceMinor)) })}
      </p>
      {count.outdated && (
        <p role="alert" className="flex items-center gap-2 pb-3 font-medium text-danger">
          <TriangleAlert className="size-5 shrink-0" aria-hidden="true" />
          {t('outdated')}
        </p>
      )}
      <dl className="grid grid-cols-[1fr_auto] gap-x-4 gap-y-1">
        <dt className="text-ink-muted">{t('counted')}</dt>
        <dd className="text-right">
          <Money minor={count.cashMinor} />
        </dd>
        <dt className="text-ink-muted">{t('expected')}</dt>
        <dd className="text-right">
          <Money minor={count.expectedCashMinor} />
        </dd>
        {others.map(({ kind, countedMinor, varianceMinor: difference }) => (
          <div key={kind} className="contents">
            <dt className="border-t pt-1 text-ink-muted">
              {kind === 'card' || kind === 'ewallet' ? t(`tender-${kind}`) : kind}
              {difference !== 0 && (
                <span className="text-warn">
                  {' '}
                  · {t(difference > 0 ? 'over' : 'short', { amount: money(Math.abs(difference)) })}
                </span>
              )}
            </dt>
            <dd className="border-t pt-1 text-right">
              <Money minor={countedMinor} />
            </dd>
          </div>
        ))}
      </dl>
      {counts && counts.length > 1 && (
        <ul className="mt-3 border-t pt-2 text-sm text-ink-muted">
          {counts.slice(0, -1).map(({ id, number, at, cashMinor }) => (
            <li key={id} className="flex justify-between gap-4">
              <span>
                {t('countOf', { number })}, {time(at)}
              </span>
              <Money minor={cashMinor} />
            </li>
          ))}
        </ul>
      )}
    </Panel>
  );
}
