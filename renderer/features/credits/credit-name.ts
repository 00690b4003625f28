import type { Credit } from '../../../shared/api/credits.ts';
import { creditsTexts } from './texts.ts';

/** What people call it. */
export function creditName({ kind, codeEnd }: Credit): string {
  const t = creditsTexts.text;
  return kind === 'gift-card' ? t('giftCard', { end: codeEnd ?? '' }) : t(`name-${kind}`);
}
