import { useDeferredValue, useState } from 'react';
import { useCustomerPage } from '../../api/customers.ts';
import { PickField, type PickFieldProps } from '../../ui/pick-field.tsx';
import { offersTexts } from './texts.ts';

export type PickCustomerProps = Pick<PickFieldProps, 'label' | 'hint' | 'error' | 'onPick' | 'hideLabel'> & {
  /** Those that are there already are not offered. */
  without?: readonly string[];
};

const rows = 20;

/** Finds customers by name, phone or code. */
export function PickCustomer({ without = [], ...rest }: PickCustomerProps) {
  const t = offersTexts.useText();
  const [text, setText] = useState('');
  const search = useDeferredValue(text.trim());
  const { data, isPlaceholderData } = useCustomerPage(search === '' ? { sort: '-lastVisitAt' } : { search }, {
    limit: rows,
  });
  const found = (data?.items ?? []).filter(({ id }) => !without.includes(id));
  return (
    <PickField
      text={text}
      onTextChange={setText}
      placeholder={t('customerSearchHint')}
      emptyText={t('nothingFound')}
      isOutdated={isPlaceholderData || search !== text.trim()}
      choices={found.map(({ id, name, code }) => ({ value: id, label: name, detail: code }))}
      {...rest}
    />
  );
}
