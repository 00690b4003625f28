import type { RefObject } from 'react';
import { keyLabelOf } from '../../app/actions.ts';
import { useCommonText } from '../../app/i18n.ts';
import { SearchField } from '../../ui/search-field.tsx';
import { Select } from '../../ui/select.tsx';
import { TextField } from '../../ui/text-field.tsx';
import type { Days, Period } from './period.ts';
import { ordersTexts } from './texts.ts';

export type SalesFilter = {
  search: string;
  period: Period;
  chosen: Days;
  tender: 'cash' | 'card' | 'ewallet' | 'points' | null;
};
export const noSalesFilter: SalesFilter = { search: '', period: 'all', chosen: {}, tender: null };

export type SalesFiltersProps = {
  filter: SalesFilter;
  onChange: (filter: SalesFilter) => void;
  fieldRef: RefObject<HTMLInputElement | null>;
  onEnter: () => void;
};

/** Narrows the list of sales. */
export function SalesFilters({ filter, onChange, fieldRef, onEnter }: SalesFiltersProps) {
  const t = ordersTexts.useText();
  const common = useCommonText();
  return (
    <div className="flex flex-wrap items-end gap-2 pb-3">
      <SearchField
        className="min-w-60 flex-1"
        fieldRef={fieldRef}
        label={t('search')}
        placeholder={t('searchHint')}
        clearLabel={common('clear')}
        keyLabel={keyLabelOf('sell.search')}
        value={filter.search}
        onValueChange={(search) => onChange({ ...filter, search: search.slice(0, 64) })}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' && event.key !== 'ArrowDown') return;
          event.preventDefault();
          onEnter();
        }}
      />
      <Select
        className="w-40"
        label={t('period')}
        hideLabel
        value={filter.period}
        onValueChange={(period) => onChange({ ...filter, period })}
        choices={[
          { value: 'all', label: t('periodAll') },
          { value: 'today', label: t('periodToday') },
          { value: 'yesterday', label: t('periodYesterday') },
          { value: 'week', label: t('periodWeek') },
          { value: 'month', label: t('periodMonth') },
          { value: 'chosen', label: t('periodChosen') },
        ]}
      />
      <Select
        className="w-44"
        label={t('tender')}
        hideLabel
        value={filter.tender ?? 'any'}
        onValueChange={(tender) => onChange({ ...filter, tender: tender === 'any' ? null : tender })}
        choices={[
          { value: 'any', label: t('anyTender') },
          { value: 'cash', label: t('cash') },
          { value: 'card', label: t('card') },
          { value: 'ewallet', label: t('ewallet') },
          { value: 'points', label: t('points') },
        ]}
      />
      {filter.period === 'chosen' && (
        <ChosenDays chosen={filter.chosen} onChange={(chosen) => onChange({ ...filter, chosen })} />
      )}
    </div>
  );
}

function ChosenDays({ chosen, onChange }: { chosen: Days; onChange: (chosen: Days) => void }) {
  const t = ordersTexts.useText();
  const write = (end: 'from' | 'to', value: string) => {
    const { [end]: _before, ...other } = chosen;
    onChange(value === '' ? other : { ...other, [end]: value });
  };
  return (
    <>
      {(['from', 'to'] as const).map((end) => (
        <TextField
          key={end}
          type="date"
          className="w-40"
          label={t(end)}
          hideLabel
          value={chosen[end] ?? ''}
          {...(end === 'from' ? { max: chosen.to } : { min: chosen.from })}
          onChange={(event) => write(end, event.target.value)}
        />
      ))}
    </>
  );
}
