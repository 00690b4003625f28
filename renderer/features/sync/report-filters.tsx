import type { ReportQuery } from '../../api/sync.ts';
import { DateField } from '../../ui/date-field.tsx';
import { SegmentedControl } from '../../ui/segmented-control.tsx';
import { Select } from '../../ui/select.tsx';
import { syncReportsTexts } from './reports-texts.ts';

/** Empty dates stand for the last week. */
export type ReportChoice = ReportQuery;

const ways = ['day', 'register', 'cashier', 'product', 'store'] as const;

export type ReportFiltersProps = { value: ReportChoice; onChange: (choice: ReportChoice) => void };

/** Which days, of which tills, and by what they are added up. */
export function ReportFilters({ value, onChange }: ReportFiltersProps) {
  const t = syncReportsTexts.useText();
  return (
    <div className="flex flex-wrap items-end gap-3 pb-4">
      <Select
        label={t('by')}
        className="w-40"
        value={value.by}
        onValueChange={(by) => onChange({ ...value, by })}
        choices={ways.map((way) => ({ value: way, label: t(`by-${way}`) }))}
      />
      <DateField
        label={t('from')}
        className="w-44"
        value={value.from}
        onValueChange={(from) => onChange({ ...value, from })}
      />
      <DateField
        label={t('to')}
        className="w-44"
        value={value.to}
        onValueChange={(to) => onChange({ ...value, to })}
      />
      <SegmentedControl
        label={t('scope')}
        className="w-64"
        value={value.scope}
        onValueChange={(scope) => onChange({ ...value, scope })}
        choices={(['store', 'organisation'] as const).map((scope) => ({
          value: scope,
          label: t(`scope-${scope}`),
        }))}
      />
    </div>
  );
}
