import type { Settings } from '../../../shared/api/settings.ts';
import { roundCash } from '../../../shared/domain/round-cash.ts';
import { useFormats } from '../../ui/format.tsx';
import { MoneyField } from '../../ui/money-field.tsx';
import { SegmentedControl } from '../../ui/segmented-control.tsx';
import { Switch } from '../../ui/switch.tsx';
import { SectionForm } from './section-form.tsx';
import { settingsTexts } from './texts.ts';
import { UsualRoundingOffer } from './usual-rounding-offer.tsx';
import { useSection } from './use-section.ts';

type Cash = Settings['cash'];
type Tie = NonNullable<Cash['rounding']>['tie'];
type Draft = { rounds: boolean; stepMinor: number | null; tie: Tie };

const mostStepMinor = 100_000;

export function CashSection({ saved, shop }: { saved: Cash; shop: Settings['shop'] }) {
  const t = settingsTexts.useText();
  const { currency } = useFormats();
  const usualStepMinor = currency.exponent >= 2 ? 25 * 10 ** (currency.exponent - 2) : 1;
  const section = useSection<'cash', Draft>({
    name: 'cash',
    saved,
    open: ({ rounding }) => ({
      rounds: rounding !== null,
      stepMinor: rounding?.stepMinor ?? usualStepMinor,
      tie: rounding?.tie ?? 'up',
    }),
    shows: (field) => field === 'rounding.stepMinor',
    read: ({ rounds, stepMinor, tie }) => {
      if (!rounds) return { values: { rounding: null } };
      if (stepMinor === null || stepMinor < 1 || stepMinor > mostStepMinor)
        return { problems: { 'rounding.stepMinor': t('cashStepInvalid') } };
      return { values: { rounding: { stepMinor, tie } } };
    },
  });
  const { draft, change, errorOf, isReadOnly } = section;
  return (
    <SectionForm section={section} what="cashWhat">
      <Switch
        label={t('cashRounding')}
        checked={draft.rounds}
        disabled={isReadOnly}
        onCheckedChange={(rounds) => change({ rounds })}
      />
      {draft.rounds && (
        <div className="grid gap-4 sm:grid-cols-2">
          <MoneyField
            label={t('cashStep')}
            value={draft.stepMinor}
            onValueChange={(stepMinor) => change({ stepMinor })}
            error={errorOf('rounding.stepMinor')}
            invalidText={t('cashStepInvalid')}
          />
          <SegmentedControl
            label={t('cashTie')}
            value={draft.tie}
            disabled={isReadOnly}
            onValueChange={(tie) => change({ tie })}
            choices={[
              { value: 'up', label: t('cashTie-up') },
              { value: 'down', label: t('cashTie-down') },
              { value: 'even', label: t('cashTie-even') },
            ]}
          />
        </div>
      )}
      <CashExample draft={draft} />
      <UsualRoundingOffer
        shop={shop}
        now={draft.rounds ? draft : null}
        onTake={(rounding) => change({ rounds: true, ...rounding })}
      />
    </SectionForm>
  );
}

/** An amount that the rounding changes, by the same function that rounds what is paid. */
function CashExample({ draft: { rounds, stepMinor, tie } }: { draft: Draft }) {
  const t = settingsTexts.useText();
  const { money, currency } = useFormats();
  if (!rounds) return <p className="text-ink-muted">{t('cashOff')}</p>;
  if (stepMinor === null || stepMinor < 1) return null;
  const amountMinor = 125 * 10 ** currency.exponent + Math.ceil(stepMinor / 2);
  const roundedMinor = roundCash(amountMinor, { stepMinor, tie });
  return (
    <p className="figures rounded-control bg-sunken px-4 py-3">
      {t('cashExample', { amount: money(amountMinor), rounded: money(roundedMinor) })}
    </p>
  );
}
