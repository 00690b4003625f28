import type { RefObject } from 'react';
import type { OfferFilter } from '../../api/promotions.ts';
import { keyLabelOf } from '../../app/actions.ts';
import { useCommonText } from '../../app/i18n.ts';
import { Chip } from '../../ui/chip.tsx';
import { SearchField } from '../../ui/search-field.tsx';
import type { OfferState } from '../../../shared/domain/offer-state.ts';
import { offersTexts } from './texts.ts';

const offerStates: readonly OfferState[] = ['running', 'planned', 'ended', 'off'];

export type ListFilter = { search: string; state: OfferState | null };
export const noFilter: ListFilter = { search: '', state: null };

export type OfferFiltersProps = {
  kind: 'promotions' | 'rewards';
  filter: ListFilter;
  onChange: (filter: ListFilter) => void;
  fieldRef: RefObject<HTMLInputElement | null>;
  /** Enter or the arrow down in the search: on to the list. */
  onEnter: () => void;
};

/** Narrows a list of offers by letters and by how they stand. */
export function OfferFilters({ kind, filter, onChange, fieldRef, onEnter }: OfferFiltersProps) {
  const t = offersTexts.useText();
  const common = useCommonText();
  const isPromotions = kind === 'promotions';
  return (
    <div className="flex flex-wrap items-center gap-2 pb-3">
      <SearchField
        className="min-w-60 flex-1"
        fieldRef={fieldRef}
        label={t(isPromotions ? 'searchPromotions' : 'searchRewards')}
        placeholder={t(isPromotions ? 'searchPromotionsHint' : 'searchRewardsHint')}
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
      <div role="group" aria-label={t('state')} className="flex gap-2">
        {[null, ...offerStates].map((state) => (
          <Chip
            key={state ?? 'all'}
            selected={state === filter.state}
            onClick={() => onChange({ ...filter, state })}
          >
            {t(state === null ? 'stateAll' : `state-${state}`)}
          </Chip>
        ))}
      </div>
    </div>
  );
}

/** What to ask the engine for. */
export function askedOf({ search, state }: ListFilter): OfferFilter {
  const text = search.trim();
  return { ...(text === '' ? {} : { search: text }), ...(state === null ? {} : { state }) };
}
