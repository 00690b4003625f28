import { useState } from 'react';
import { Plus } from 'lucide-react';
import type { Colour } from '../../../shared/api/catalog.ts';
import { isApiFailure } from '../../api/api-failure.ts';
import { useCategories, useCreateCategory } from '../../api/categories.ts';
import { useCommonText } from '../../app/i18n.ts';
import { Button } from '../../ui/button.tsx';
import { Combobox } from '../../ui/combobox.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { Select } from '../../ui/select.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { catalogTexts } from './texts.ts';

export type CategoryFieldProps = {
  value: string | null;
  error: string | undefined;
  mayEdit: boolean;
  onValueChange: (categoryId: string | null) => void;
};

const none = 'none';

/** Which category, or a new one made on the spot. */
export function CategoryField({ value, error, mayEdit, onValueChange }: CategoryFieldProps) {
  const t = catalogTexts.useText();
  const common = useCommonText();
  const { data: categories } = useCategories();
  const [isMaking, setMaking] = useState(false);
  if (isMaking) {
    return (
      <NewCategory
        onMade={(id) => {
          setMaking(false);
          onValueChange(id);
        }}
        onCancel={() => setMaking(false)}
      />
    );
  }
  return (
    <div className="flex items-end gap-2">
      <Combobox
        className="flex-1"
        label={t('category')}
        error={error}
        value={value ?? none}
        disabled={!mayEdit}
        emptyText={common('nothingFound')}
        openLabel={common('openList')}
        choices={[
          { value: none, label: t('noCategory') },
          ...(categories ?? []).map(({ id, name }) => ({ value: id, label: name })),
        ]}
        onValueChange={(id) => onValueChange(id === none ? null : id)}
      />
      {mayEdit && (
        <IconButton variant="outlined" icon={Plus} label={t('newCategory')} onClick={() => setMaking(true)} />
      )}
    </div>
  );
}

const colours = ['green', 'olive', 'amber', 'brown', 'red', 'violet', 'blue', 'grey'] as const;
const colourWord = {
  amber: 'colourAmber',
  brown: 'colourBrown',
  green: 'colourGreen',
  red: 'colourRed',
  olive: 'colourOlive',
  blue: 'colourBlue',
  violet: 'colourViolet',
  grey: 'colourGrey',
} as const;

function NewCategory({ onMade, onCancel }: { onMade: (id: string) => void; onCancel: () => void }) {
  const t = catalogTexts.useText();
  const common = useCommonText();
  const [name, setName] = useState('');
  const [tint, setTint] = useState<Colour>('green');
  const create = useCreateCategory();
  const make = () => {
    if (name.trim() === '' || create.isPending) return;
    create.mutate({ name: name.trim(), colour: tint }, { onSuccess: (made) => onMade(made.id) });
  };
  return (
    <div className="flex flex-col gap-2 rounded-card border p-3">
      <div className="grid grid-cols-[1fr_7.5rem] items-start gap-2">
        <TextField
          label={t('categoryName')}
          value={name}
          maxLength={60}
          autoFocus
          error={isApiFailure(create.error) ? create.error.message : undefined}
          onChange={(event) => setName(event.target.value)}
          onKeyDown={(event) => {
            if (event.key !== 'Enter') return;
            event.preventDefault();
            make();
          }}
        />
        <Select
          label={t('colour')}
          value={tint}
          onValueChange={setTint}
          choices={colours.map((value) => ({ value, label: t(colourWord[value]) }))}
        />
      </div>
      <div className="flex justify-end gap-2">
        <Button variant="quiet" onClick={onCancel}>
          {common('cancel')}
        </Button>
        <Button busy={create.isPending} disabled={name.trim() === ''} onClick={make}>
          {common('add')}
        </Button>
      </div>
    </div>
  );
}
