import type { Settings } from '../../../shared/api/settings.ts';
import { MoneyField } from '../../ui/money-field.tsx';
import { NumberField } from '../../ui/number-field.tsx';
import { Switch } from '../../ui/switch.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { readPercents } from './read-percents.ts';
import { rulesTexts } from './rules-texts.ts';
import { SectionForm } from './section-form.tsx';
import { useSection, type Problems } from './use-section.ts';

type Counter = Settings['counter'];
type Draft = {
  locks: boolean;
  lockMinutes: number | null;
  blindCount: boolean;
  tips: boolean;
  percents: string;
  capMinor: number | null;
};

const usualMinutes = 5;
const mostMinutes = 240;

/** How the counter behaves: locking, counting, tips, and the most that comes back without a receipt. */
export function CounterSection({ saved }: { saved: Counter }) {
  const t = rulesTexts.useText();
  const section = useSection<'counter', Draft>({
    name: 'counter',
    saved,
    open: openCounter,
    shows: (field) => ['autoLockMinutes', 'tipPercents', 'refundWithoutReceiptMinor'].includes(field),
    read: (draft) => readCounter(draft, t),
  });
  const { draft, change, errorOf, isReadOnly } = section;
  return (
    <SectionForm section={section} what="counterWhat">
      <Switch
        label={t('autoLock')}
        hint={t('autoLockHint')}
        checked={draft.locks}
        disabled={isReadOnly}
        onCheckedChange={(locks) => change({ locks })}
      />
      {draft.locks && (
        <NumberField
          label={t('autoLockAfter')}
          className="max-w-48"
          value={draft.lockMinutes}
          onValueChange={(lockMinutes) => change({ lockMinutes })}
          error={errorOf('autoLockMinutes')}
          invalidText={t('autoLockInvalid')}
        />
      )}
      <Switch
        label={t('blindCount')}
        hint={t('blindCountHint')}
        checked={draft.blindCount}
        disabled={isReadOnly}
        onCheckedChange={(blindCount) => change({ blindCount })}
      />
      <Switch
        label={t('tips')}
        hint={t('tipsHint')}
        checked={draft.tips}
        disabled={isReadOnly}
        onCheckedChange={(tips) => change({ tips })}
      />
      {draft.tips && (
        <TextField
          label={t('tipPercents')}
          hint={t('tipPercentsHint')}
          className="max-w-sm"
          inputClassName="figures"
          value={draft.percents}
          onChange={(event) => change({ percents: event.target.value })}
          error={errorOf('tipPercents')}
        />
      )}
      <MoneyField
        label={t('refundCap')}
        hint={t('refundCapHint')}
        className="max-w-sm"
        value={draft.capMinor}
        onValueChange={(capMinor) => change({ capMinor })}
        error={errorOf('refundWithoutReceiptMinor')}
        invalidText={t('refundCapInvalid')}
      />
    </SectionForm>
  );
}

function openCounter(counter: Counter): Draft {
  return {
    locks: counter.autoLockMinutes > 0,
    lockMinutes: counter.autoLockMinutes || usualMinutes,
    blindCount: counter.blindCount,
    tips: counter.tips,
    percents: counter.tipPercents.join(', '),
    capMinor: counter.refundWithoutReceiptMinor,
  };
}

function readCounter(
  { locks, lockMinutes, blindCount, tips, percents, capMinor }: Draft,
  t: ReturnType<typeof rulesTexts.useText>,
): { values: Counter } | { problems: Problems } {
  const autoLockMinutes = locks ? lockMinutes : 0;
  const tipPercents = readPercents(percents);
  const isLockFine =
    autoLockMinutes !== null && autoLockMinutes <= mostMinutes && (!locks || autoLockMinutes >= 1);
  if (isLockFine && tipPercents !== null && capMinor !== null)
    return {
      values: { autoLockMinutes, blindCount, tips, tipPercents, refundWithoutReceiptMinor: capMinor },
    };
  return {
    problems: {
      ...(isLockFine ? {} : { autoLockMinutes: t('autoLockInvalid') }),
      ...(tipPercents === null ? { tipPercents: t('tipPercentsInvalid') } : {}),
      ...(capMinor === null ? { refundWithoutReceiptMinor: t('refundCapInvalid') } : {}),
    },
  };
}
