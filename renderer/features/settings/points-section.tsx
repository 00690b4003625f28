import type { Settings } from '../../../shared/api/settings.ts';
import { floorMultiplyDivide } from '../../../shared/domain/money.ts';
import { useFormats } from '../../ui/format.tsx';
import { MoneyField } from '../../ui/money-field.tsx';
import { NumberField } from '../../ui/number-field.tsx';
import { Switch } from '../../ui/switch.tsx';
import { SectionForm } from './section-form.tsx';
import { settingsTexts } from './texts.ts';
import { useSection, type Problems } from './use-section.ts';

type Points = Settings['points'];
type Draft = { enabled: boolean; amountMinor: number | null; points: number | null };

const mostPoints = 1_000_000;

export function PointsSection({ saved }: { saved: Points }) {
  const t = settingsTexts.useText();
  const section = useSection<'points', Draft>({
    name: 'points',
    saved,
    open: (values) => values,
    shows: (field) => field === 'amountMinor' || field === 'points',
    read: ({ enabled, amountMinor, points }) => {
      const problems: Problems = {
        ...(amountMinor === null || amountMinor < 1 ? { amountMinor: t('amountNeeded') } : {}),
        ...(points === null || points < 1 || points > mostPoints ? { points: t('pointsInvalid') } : {}),
      };
      if (amountMinor === null || points === null || Object.keys(problems).length > 0) return { problems };
      return { values: { ...saved, enabled, amountMinor, points } };
    },
  });
  const { draft, change, errorOf, isReadOnly } = section;
  return (
    <SectionForm section={section} what="pointsWhat">
      <Switch
        label={t('pointsEnabled')}
        checked={draft.enabled}
        disabled={isReadOnly}
        onCheckedChange={(enabled) => change({ enabled })}
      />
      <div className="grid gap-4 sm:grid-cols-2">
        <MoneyField
          label={t('pointsEvery')}
          value={draft.amountMinor}
          disabled={!draft.enabled}
          onValueChange={(amountMinor) => change({ amountMinor })}
          error={errorOf('amountMinor')}
          invalidText={t('amountNeeded')}
        />
        <NumberField
          label={t('pointsGive')}
          hint={t('pointsGiveHint')}
          inputMode="numeric"
          value={draft.points}
          disabled={!draft.enabled}
          onValueChange={(points) => change({ points })}
          error={errorOf('points')}
          invalidText={t('pointsInvalid')}
        />
      </div>
      <PointsExample draft={draft} />
    </SectionForm>
  );
}

function PointsExample({ draft: { enabled, amountMinor, points } }: { draft: Draft }) {
  const t = settingsTexts.useText();
  const { money, number, currency } = useFormats();
  if (!enabled) return <p className="text-ink-muted">{t('pointsNone')}</p>;
  if (amountMinor === null || points === null || amountMinor < 1 || points < 1) return null;
  const spentMinor = 125 * 10 ** currency.exponent;
  const { quotient: earned } = floorMultiplyDivide(spentMinor, points, amountMinor);
  return (
    <p className="figures rounded-control bg-sunken px-4 py-3">
      {t('pointsExample', { amount: money(spentMinor), count: earned, number: number(earned) })}
    </p>
  );
}
