import { Plus, Trash2 } from 'lucide-react';
import { Button } from '../../ui/button.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { NumberField } from '../../ui/number-field.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { TimesField } from '../../ui/times-field.tsx';
import { mostTiers, withNewTier, type PointsDraft, type TierDraft } from './points-draft.ts';
import { settingsTexts } from './texts.ts';
import type { Section } from './use-section.ts';

/** The steps of the loyalty scheme, each with a name, its beginning, and how its points are multiplied. */
export function PointsTiers({ section }: { section: Section<PointsDraft> }) {
  const t = settingsTexts.useText();
  const { draft, change, errorOf, isReadOnly } = section;
  const { tiers } = draft;
  const changeTier = (id: string, changes: Partial<TierDraft>) =>
    change({ tiers: tiers.map((tier) => (tier.id === id ? { ...tier, ...changes } : tier)) });
  return (
    <>
      <p className="text-ink-muted">{t('tiersWhat')}</p>
      {tiers.map((tier, index) => (
        <TierRow
          key={tier.id}
          tier={tier}
          isReadOnly={isReadOnly}
          errorOf={(field) => errorOf(`tiers.${index}.${field}`)}
          onChange={(changes) => changeTier(tier.id, changes)}
          onRemove={() => change({ tiers: tiers.filter(({ id }) => id !== tier.id) })}
        />
      ))}
      <Button
        icon={Plus}
        className="self-start"
        disabled={isReadOnly || tiers.length >= mostTiers}
        onClick={() => change(withNewTier(draft, ''))}
      >
        {t('tierAdd')}
      </Button>
    </>
  );
}

type TierRowProps = {
  tier: TierDraft;
  isReadOnly: boolean;
  errorOf: (field: keyof TierDraft) => string | undefined;
  onChange: (changes: Partial<TierDraft>) => void;
  onRemove: () => void;
};

function TierRow({ tier, isReadOnly, errorOf, onChange, onRemove }: TierRowProps) {
  const t = settingsTexts.useText();
  return (
    <div className="flex flex-wrap items-start gap-x-3 gap-y-1">
      <TextField
        label={t('tierName')}
        className="min-w-36 flex-1"
        maxLength={40}
        value={tier.name}
        onChange={(event) => onChange({ name: event.target.value })}
        error={errorOf('name')}
      />
      <NumberField
        label={t('tierFrom')}
        className="w-44"
        inputMode="numeric"
        inputClassName="text-right"
        value={tier.fromPoints}
        onValueChange={(fromPoints) => onChange({ fromPoints })}
        error={errorOf('fromPoints')}
        invalidText={t('tierFromInvalid')}
      />
      <TimesField
        label={t('tierTimes')}
        className="w-36"
        inputClassName="text-right"
        value={tier.multiplierPpm}
        onValueChange={(multiplierPpm) => onChange({ multiplierPpm })}
        error={errorOf('multiplierPpm')}
        invalidText={t('tierTimesInvalid')}
      />
      <div className="pt-6">
        <IconButton
          icon={Trash2}
          label={t('tierRemove', { name: tier.name })}
          disabled={isReadOnly}
          onClick={onRemove}
        />
      </div>
    </div>
  );
}
