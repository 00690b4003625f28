import { SegmentedControl } from '../../ui/segmented-control.tsx';
import { TextField } from '../../ui/text-field.tsx';
import type { StepProps } from './step-props.ts';
import { setUpTexts } from './texts.ts';

export function TaxStep({ draft, change, errorOf }: StepProps) {
  const t = setUpTexts.useText();
  return (
    <div className="grid gap-4 sm:grid-cols-2">
      <SegmentedControl
        label={t('taxMode')}
        className="sm:col-span-2"
        value={draft.taxMode}
        onValueChange={(taxMode) => change({ taxMode })}
        choices={[
          { value: 'inclusive', label: t('taxInclusive') },
          { value: 'exclusive', label: t('taxExclusive') },
        ]}
      />
      <TextField
        label={t('taxName')}
        hint={t('taxNameHint')}
        autoFocus
        maxLength={40}
        value={draft.taxName}
        onChange={(event) => change({ taxName: event.target.value })}
        error={errorOf('taxName')}
      />
      <TextField
        label={t('taxRate')}
        hint={t('taxRateHint')}
        inputMode="decimal"
        inputClassName="figures"
        value={draft.taxRate}
        onChange={(event) => change({ taxRate: event.target.value })}
        error={errorOf('taxRate')}
      />
    </div>
  );
}
