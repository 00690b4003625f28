import { Gift, Trash2 } from 'lucide-react';
import { cartActions, useCart } from '../../state/cart.ts';
import { IconButton } from '../../ui/icon-button.tsx';
import { useFormats } from '../../ui/format.tsx';
import { Money } from '../../ui/money.tsx';
import { sellTexts } from './texts.ts';

/** The gift cards that this cart sells, below its lines. */
export function GiftCardLines() {
  const t = sellTexts.useText();
  const { money } = useFormats();
  const cards = useCart((state) => state.draft.giftCards);
  if (cards.length === 0) return null;
  return (
    <ul aria-label={t('giftCards')} className="max-h-[40%] shrink-0 overflow-y-auto border-t">
      {cards.map(({ lineId, amountMinor }) => (
        <li key={lineId} className="flex min-h-14 items-center gap-3 border-b pr-3 pl-2.5 last:border-b-0">
          <IconButton
            icon={Trash2}
            label={t('giftCardRemove', { amount: money(amountMinor) })}
            onClick={() => cartActions.dropGiftCard(lineId)}
          />
          <Gift className="size-5 shrink-0 text-accent-text" aria-hidden="true" />
          <span className="min-w-0 flex-1 truncate text-sm font-medium">{t('giftCard')}</span>
          <Money plain minor={amountMinor} className="font-semibold" />
        </li>
      ))}
    </ul>
  );
}
