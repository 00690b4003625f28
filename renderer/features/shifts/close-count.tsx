import { useState, type FormEvent } from 'react';
import { useNavigate } from 'react-router';
import type { Currency } from '../../../shared/domain/currency.ts';
import { readAmount } from '../../../shared/domain/read-amount.ts';
import { useCountShift } from '../../api/shifts.ts';
import { FailureNotice } from '../../app/failure-notice.tsx';
import { Button } from '../../ui/button.tsx';
import { Panel } from '../../ui/card.tsx';
import { useFormats } from '../../ui/format.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { changeClosing, type Closing } from './close-store.ts';
import { readDrawer } from './drawer-draft.ts';
import { DrawerEntry } from './drawer-entry.tsx';
import { shiftTexts } from './texts.ts';

const otherTenders = ['card', 'ewallet'] as const;

/** The count, without a word of what should be there. */
export function CloseCount({ closing }: { closing: Closing }) {
  const t = shiftTexts.useText();
  const { currency, locale } = useFormats();
  const navigate = useNavigate();
  const send = useCountShift();
  const [tried, setTried] = useState(false);
  const { drawer, others } = closing;
  const isUntouched =
    drawer.way === 'amount'
      ? drawer.amount.trim() === ''
      : Object.values(drawer.typed).every((text) => text.trim() === '');
  const read = readDrawer(drawer, currency, locale);
  const problem = isUntouched ? t('countNeeded') : read.ok ? undefined : read.failure.message;
  const problems = otherProblems(others, currency, locale);

  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (problem !== undefined || !read.ok || problems.card !== undefined || problems.ewallet !== undefined)
      return;
    const tenders = otherTenders.flatMap((kind) => {
      const amount = readAmount(others[kind], currency, locale);
      return amount.ok ? [{ kind, countedMinor: amount.value }] : [];
    });
    send.mutate(
      { shiftId: closing.shiftId, id: closing.countId, ...read.value, tenders },
      { onSuccess: (count) => changeClosing({ count, step: 'result' }) },
    );
  };

  return (
    <form onSubmit={submit} noValidate className="flex flex-col gap-4">
      {send.isError && <FailureNotice failure={send.error} />}
      <Panel title={t('countTitle')} description={t('countBlind')}>
        <DrawerEntry
          draft={drawer}
          onDraftChange={(next) => changeClosing({ drawer: next })}
          amountLabel={t('countCash')}
          error={tried ? problem : undefined}
        />
      </Panel>
      <Panel title={t('otherTotals')} description={t('otherTotalsWhat')}>
        <div className="grid gap-4 sm:grid-cols-2">
          {otherTenders.map((kind) => (
            <TextField
              key={kind}
              label={t(`tender-${kind}`)}
              error={tried ? problems[kind] : undefined}
              inputMode="decimal"
              start={<span className="figures text-sm">{currency.code}</span>}
              inputClassName="figures pl-14! text-right"
              value={others[kind]}
              onChange={(event) => changeClosing({ others: { ...others, [kind]: event.target.value } })}
            />
          ))}
        </div>
      </Panel>
      <div className="flex flex-wrap justify-end gap-2">
        <Button onClick={() => void navigate('/shift')} keyLabel="Esc">
          {t('backToShift')}
        </Button>
        <Button type="submit" variant="primary" size="large" busy={send.isPending}>
          {t('countDone')}
        </Button>
      </div>
    </form>
  );
}

function otherProblems(
  others: Closing['others'],
  currency: Currency,
  locale: string,
): Partial<Record<keyof Closing['others'], string>> {
  return Object.fromEntries(
    otherTenders.flatMap((kind) => {
      const amount = readAmount(others[kind], currency, locale);
      return others[kind].trim() === '' || amount.ok ? [] : [[kind, amount.failure.message]];
    }),
  );
}
