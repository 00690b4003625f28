import { Gift, Trash2, Undo2 } from 'lucide-react';
import type { Settings } from '../../../shared/api/settings.ts';
import { keyLabelOf } from '../../app/actions.ts';
import { cartActions, useCart } from '../../state/cart.ts';
import { isEmptyDraft } from '../../state/cart/cart-draft.ts';
import type { PricedDraft } from '../../state/cart/price-draft.ts';
import { KeyCap } from '../../ui/key-cap.tsx';
import { CartLines } from './cart-lines.tsx';
import { CustomerPanel } from './customer-panel.tsx';
import { GiftCardLines } from './gift-card-lines.tsx';
import { sellView } from './sell-view.ts';
import { sellTexts } from './texts.ts';

const footClass =
  'inline-flex min-h-11 items-center gap-2 rounded-control px-3 text-sm font-medium text-ink-muted hover:not-disabled:bg-sunken hover:not-disabled:text-ink disabled:opacity-50';

/** Middle: who buys, and what. */
export function CartColumn({ priced, settings }: { priced: PricedDraft; settings: Settings }) {
  const t = sellTexts.useText();
  const isEmpty = useCart(
    ({ draft }) => draft.customer === null && isEmptyDraft(draft) && draft.presented.length === 0,
  );
  const canUndo = useCart((state) => state.past.length > 0);
  return (
    <section
      aria-label={t('cart')}
      className="flex min-h-0 min-w-0 flex-col gap-2.5 contain-layout contain-size contain-style [grid-area:cart]"
    >
      <CustomerPanel priced={priced} settings={settings} />
      <div className="flex min-h-0 flex-1 flex-col rounded-card border bg-surface shadow-low">
        <CartLines priced={priced} />
        <GiftCardLines />
        <div className="flex shrink-0 items-center justify-between border-t px-1 py-0.5">
          <button type="button" className={footClass} disabled={!canUndo} onClick={cartActions.undo}>
            <Undo2 className="size-4" aria-hidden="true" />
            {t('undo')}
            <KeyCap>{keyLabelOf('sell.undo')}</KeyCap>
          </button>
          {settings.credit.giftCards && (
            <button type="button" className={footClass} onClick={() => sellView.open('gift-card')}>
              <Gift className="size-4" aria-hidden="true" />
              <span className="max-xl:sr-only">{t('giftCard')}</span>
              <KeyCap>{keyLabelOf('sell.gift-card')}</KeyCap>
            </button>
          )}
          <button
            type="button"
            className={footClass}
            disabled={isEmpty}
            onClick={() => sellView.open('clear')}
          >
            <Trash2 className="size-4" aria-hidden="true" />
            {t('clearCart')}
          </button>
        </div>
      </div>
    </section>
  );
}
