import { isApiFailure } from '../../api/api-failure.ts';
import { fetchGiftCard } from '../../api/credits.ts';
import { paymentActions } from './payment-store.ts';

const stateWords = {
  blocked: 'This gift card is blocked. Take another payment.',
  expired: 'This gift card has expired. Take another payment.',
} as const;

/** Looks a gift card up by the code that was scanned or typed, and makes it what is being taken. */
export async function takeGiftCard(code: string): Promise<void> {
  paymentActions.change({ kind: 'gift-card', reference: code.trim(), amountText: '', card: null });
  try {
    const card = await fetchGiftCard(code.trim());
    if (card.state === 'usable')
      return paymentActions.change({ card: { code: code.trim(), card }, reference: '' });
    return paymentActions.refuseEntry({
      code: 'credit-refused',
      message: stateWords[card.state],
      field: 'reference',
    });
  } catch (thrown) {
    const message = isApiFailure(thrown) ? thrown.message : 'The card could not be looked up. Try again.';
    return paymentActions.refuseEntry({ code: 'credit-unknown', message, field: 'reference' });
  }
}
