import { ordersTexts } from './texts.ts';

const kinds = [
  'cash',
  'card',
  'ewallet',
  'online',
  'gift-card',
  'store-credit',
  'points',
  'on-account',
  'exchange',
] as const;

/** A way of paying in words. */
export function tenderWords(kind: string): string {
  const known = kinds.find((name) => name === kind);
  return known === undefined ? kind : ordersTexts.text(known);
}
