import type { RefObject } from 'react';
import { useCategories } from '../../api/categories.ts';
import { keyLabelOf } from '../../app/actions.ts';
import { useCommonText } from '../../app/i18n.ts';
import { SearchField } from '../../ui/search-field.tsx';
import { SegmentedControl } from '../../ui/segmented-control.tsx';
import { Select } from '../../ui/select.tsx';
import { catalogTexts } from './texts.ts';

export type ListFilter = { search: string; categoryId: string | null; archived: boolean };
export const noFilter: ListFilter = { search: '', categoryId: null, archived: false };
const everyCategory = 'all';

export type ProductFiltersProps = {
  filter: ListFilter;
  onChange: (filter: ListFilter) => void;
  fieldRef: RefObject<HTMLInputElement | null>;
  /** Enter or the arrow down in the search: on to the list. */
  onEnter: () => void;
};

/** Narrows the list of products. */
export function ProductFilters({ filter, onChange, fieldRef, onEnter }: ProductFiltersProps) {
  const t = catalogTexts.useText();
  const common = useCommonText();
  const { data: categories } = useCategories();
  const choices = [
    { value: everyCategory, label: t('allCategories') },
    ...(categories ?? []).map(({ id, name }) => ({ value: id, label: name })),
  ];
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
        onValueChange={(search) => onChange({ ...filter, search })}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' && event.key !== 'ArrowDown') return;
          event.preventDefault();
          onEnter();
        }}
      />
      <Select
        className="w-52"
        label={t('category')}
        hideLabel
        value={filter.categoryId ?? everyCategory}
        onValueChange={(id) => onChange({ ...filter, categoryId: id === everyCategory ? null : id })}
        choices={choices}
      />
      <SegmentedControl
        label={t('show')}
        hideLabel
        value={filter.archived ? 'archived' : 'sale'}
        onValueChange={(shown) => onChange({ ...filter, archived: shown === 'archived' })}
        choices={[
          { value: 'sale', label: t('showOnSale') },
          { value: 'archived', label: t('showArchived') },
        ]}
      />
    </div>
  );
}
