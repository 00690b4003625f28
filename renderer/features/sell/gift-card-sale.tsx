import { useState, type FormEvent } from 'react';
import type { Settings } from '../../../shared/api/settings.ts';
import { currencyOf } from '../../../shared/domain/currency.ts';
import { cartActions, useCart } from '../../state/cart.ts';
import { MOST_GIFT_CARDS } from '../../state/cart/sell-gift-card.ts';
import { Button } from '../../ui/button.tsx';
import { useFormats } from '../../ui/format.tsx';
import { MoneyField } from '../../ui/money-field.tsx';
import { sellView } from './sell-view.ts';
import { sellTexts } from './texts.ts';

const usual = [200, 500, 1000, 2000];

/** How much is put on a gift card: by amounts that are usual, or as typed. */
export function SellGiftCard({ settings, onDone }: { settings: Settings; onDone: () => void }) {
  const t = sellTexts.useText();
  const { money } = useFormats();
  const sold = useCart((state) => state.draft.giftCards.length);
  const [amountMinor, setAmountMinor] = useState<number | null>(null);
  const [isWrong, setWrong] = useState(false);
  const major = 10 ** (currencyOf(settings.shop.currency)?.exponent ?? 2);
  if (!settings.credit.giftCards) return <p>{t('giftCardsOff')}</p>;
  if (sold >= MOST_GIFT_CARDS) return <p>{t('giftCardsMost', { most: MOST_GIFT_CARDS })}</p>;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (amountMinor === null || amountMinor <= 0) return setWrong(true);
    if (cartActions.sellGiftCard(amountMinor) === null) return onDone();
    sellView.tell({ kind: 'too-much' });
    return onDone();
  };
  return (
    <form noValidate onSubmit={submit} className="flex flex-col gap-4">
      <div role="group" aria-label={t('giftCardAmounts')} className="grid grid-cols-4 gap-2">
        {usual.map((each) => (
          <Button
            key={each}
            aria-pressed={amountMinor === each * major}
            onClick={() => setAmountMinor(each * major)}
            className="figures min-h-12 px-1! aria-pressed:border-accent aria-pressed:bg-accent-soft"
          >
            {money(each * major).replace(/[.,٫]0+$/, '')}
          </Button>
        ))}
      </div>
      <MoneyField
        autoFocus
        label={t('giftCardAmount')}
        hint={t('giftCardHint')}
        value={amountMinor}
        error={isWrong ? t('giftCardAmountNeeded') : undefined}
        invalidText={t('giftCardAmountNeeded')}
        onValueChange={(minor) => {
          setAmountMinor(minor);
          setWrong(false);
        }}
      />
      <Button type="submit" variant="primary" keyLabel="Enter">
        {t('giftCardAdd')}
      </Button>
    </form>
  );
}
