import { ONE, parseQuantity } from '../../../shared/domain/quantity.ts';

export type Entry = { quantityMilli: number; isQuantityGiven: boolean; text: string };

const WITH_QUANTITY = /^\s*(\d{1,6}(?:\.\d{1,3})?)\s*[*x×]\s*(.*)$/is;

/** What stands in the search field: `3*milk` and `3x milk` are three of what is searched for, scanned or pressed. */
export function parseEntry(typed: string): Entry {
  const found = WITH_QUANTITY.exec(typed);
  const quantity = parseQuantity(found?.[1] ?? '');
  if (found === null || !quantity.ok)
    return { quantityMilli: ONE, isQuantityGiven: false, text: typed.trim() };
  return { quantityMilli: quantity.value, isQuantityGiven: true, text: (found[2] ?? '').trim() };
}
