import { useEffect, useState } from 'react';
import type { JournalFilter } from '../../api/journal.ts';
import { useCommonText } from '../../app/i18n.ts';
import { kindWords } from '../../app/kind-words.ts';
import { Button } from '../../ui/button.tsx';
import { SearchField } from '../../ui/search-field.tsx';
import { Select } from '../../ui/select.tsx';
import { DateField } from '../../ui/date-field.tsx';
import { reportsTexts } from './texts.ts';

export type JournalChoice = Required<JournalFilter>;
export const noFilter: JournalChoice = { kind: '', search: '', from: '', to: '' };

const allKinds = 'all';
const pauseMilliseconds = 150;

export type JournalFiltersProps = {
  value: JournalChoice;
  onChange: (choice: JournalChoice) => void;
  /** The kinds there are entries of. */
  kinds: readonly string[];
};

/** What of the journal is shown. A search reads many entries, so it waits for a pause in the typing. */
export function JournalFilters({ value, onChange, kinds }: JournalFiltersProps) {
  const t = reportsTexts.useText();
  const common = useCommonText();
  const [typed, setTyped] = useState(value.search);
  useEffect(() => {
    if (typed === value.search) return undefined;
    const timer = setTimeout(() => onChange({ ...value, search: typed }), pauseMilliseconds);
    return () => clearTimeout(timer);
  }, [typed, value, onChange]);
  const shownKinds = value.kind === '' || kinds.includes(value.kind) ? kinds : [...kinds, value.kind];
  const isFiltered = typed !== '' || Object.values(value).some((part) => part !== '');
  return (
    <div className="flex flex-wrap items-end gap-2 pb-2">
      <SearchField
        label={t('search')}
        clearLabel={common('clear')}
        className="min-w-56 flex-1"
        value={typed}
        onValueChange={setTyped}
      />
      <Select
        label={t('kind')}
        hideLabel
        className="w-48"
        value={value.kind === '' ? allKinds : value.kind}
        onValueChange={(kind) => onChange({ ...value, kind: kind === allKinds ? '' : kind })}
        choices={[
          { value: allKinds, label: t('allKinds') },
          ...shownKinds.map((kind) => ({ value: kind, label: kindWords(kind) })),
        ]}
      />
      <DateField
        label={t('from')}
        className="w-40"
        value={value.from}
        onValueChange={(from) => onChange({ ...value, from })}
      />
      <DateField
        label={t('to')}
        className="w-40"
        value={value.to}
        onValueChange={(to) => onChange({ ...value, to })}
      />
      <Button
        variant="quiet"
        disabled={!isFiltered}
        onClick={() => {
          setTyped('');
          onChange(noFilter);
        }}
      >
        {t('clearFilters')}
      </Button>
    </div>
  );
}
