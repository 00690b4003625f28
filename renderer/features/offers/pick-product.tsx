import { useDeferredValue, useState } from 'react';
import { useProductPage } from '../../api/products.ts';
import { useFormats } from '../../ui/format.tsx';
import { PickField, type PickFieldProps } from '../../ui/pick-field.tsx';
import { offersTexts } from './texts.ts';

export type PickProductProps = Pick<PickFieldProps, 'label' | 'hint' | 'error' | 'onPick' | 'hideLabel'> & {
  /** Those that are there already are not offered. */
  without?: readonly string[];
};

const rows = 20;

/** Finds products by name, SKU or barcode. */
export function PickProduct({ without = [], ...rest }: PickProductProps) {
  const t = offersTexts.useText();
  const { money } = useFormats();
  const [text, setText] = useState('');
  const search = useDeferredValue(text.trim());
  const { data, isPlaceholderData } = useProductPage(search === '' ? {} : { search }, { limit: rows });
  const found = (data?.items ?? []).filter(({ id }) => !without.includes(id));
  return (
    <PickField
      text={text}
      onTextChange={setText}
      placeholder={t('productSearchHint')}
      emptyText={t('nothingFound')}
      isOutdated={isPlaceholderData || search !== text.trim()}
      choices={found.map(({ id, name, priceMinor }) => ({
        value: id,
        label: name,
        detail: money(priceMinor),
      }))}
      {...rest}
    />
  );
}
