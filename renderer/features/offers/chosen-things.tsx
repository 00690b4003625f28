import { Button } from '../../ui/button.tsx';
import { ChosenList } from '../../ui/chosen-list.tsx';
import { useFormats } from '../../ui/format.tsx';
import { offersTexts } from './texts.ts';

export type ChosenThingsProps = {
  label: string;
  ids: readonly string[];
  nameOf: (id: string) => string | undefined;
  onChange: (ids: string[]) => void;
};

/** As many as are shown, and looked up, by name. */
export const mostShown = 12;

/** The products or customers that an offer is for: the first by name, the rest by number. */
export function ChosenThings({ label, ids, nameOf, onChange }: ChosenThingsProps) {
  const t = offersTexts.useText();
  const { number } = useFormats();
  const hidden = ids.length - mostShown;
  return (
    <>
      <ChosenList
        label={label}
        chosen={ids.slice(0, mostShown).map((id) => ({ value: id, label: nameOf(id) ?? '…' }))}
        removeLabel={(name) => t('takeOff', { name })}
        onRemove={(gone) => onChange(ids.filter((id) => id !== gone))}
        more={hidden > 0 ? t('moreChosen', { count: hidden, number: number(hidden) }) : undefined}
      />
      {ids.length > 1 && (
        <Button variant="quiet" className="self-start" onClick={() => onChange([])}>
          {t('clearChosen')}
        </Button>
      )}
    </>
  );
}
