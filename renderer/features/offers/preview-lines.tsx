import { Minus, Plus } from 'lucide-react';
import type { PromotionPreviewed } from '../../../shared/api/offers.ts';
import { useProductsById } from '../../api/products.ts';
import { useFormats } from '../../ui/format.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { Money } from '../../ui/money.tsx';
import { withOneLess, withOneMore, type PreviewCart } from './preview-cart.ts';
import { offersTexts } from './texts.ts';

export type PreviewLinesProps = {
  cart: PreviewCart;
  answer: PromotionPreviewed | undefined;
  onChange: (change: (cart: PreviewCart) => PreviewCart) => void;
};

/** What is in the cart that the promotion is tried on, with what comes off each line, and the sums. */
export function PreviewLines({ cart, answer, onChange }: PreviewLinesProps) {
  const t = offersTexts.useText();
  const { quantity, money, number } = useFormats();
  const products = useProductsById(cart.lines.map(({ productId }) => productId));
  return (
    <div className="overflow-hidden rounded-card border bg-surface shadow-low">
      <ul>
        {cart.lines.map(({ productId, quantityMilli }) => {
          const name = products.get(productId)?.name ?? '…';
          const priced = answer?.lines.find((line) => line.productId === productId);
          return (
            <li key={productId} className="flex items-center gap-1 border-b py-1 pr-3 pl-1">
              <IconButton
                icon={Minus}
                label={t('oneLess', { name })}
                onClick={() => onChange((now) => withOneLess(now, productId))}
              />
              <span className="figures min-w-6 text-center font-medium">{quantity(quantityMilli)}</span>
              <IconButton
                icon={Plus}
                label={t('oneMore', { name })}
                onClick={() => onChange((now) => withOneMore(now, productId))}
              />
              <span className="line-clamp-2 min-w-0 flex-1 pl-1 leading-tight" title={name}>
                {name}
              </span>
              <span className="text-right leading-tight">
                {priced !== undefined && <Money minor={priced.grossMinor} className="block" />}
                {priced !== undefined && priced.promotionMinor !== 0 && (
                  <span className="figures block text-sm text-accent-text">
                    −{money(Math.abs(priced.promotionMinor))}
                  </span>
                )}
              </span>
            </li>
          );
        })}
      </ul>
      {answer !== undefined && (
        <dl className="grid grid-cols-[1fr_auto] gap-y-1 px-4 py-3">
          <dt className="text-ink-muted">{t('subtotal')}</dt>
          <dd className="text-right">
            <Money minor={answer.grossMinor} />
          </dd>
          <dt className="text-ink-muted">{t('offers')}</dt>
          <dd className="figures text-right text-accent-text">
            {answer.discountMinor === 0 ? money(0) : `−${money(Math.abs(answer.discountMinor))}`}
          </dd>
          <dt className="font-semibold">{t('toPay')}</dt>
          <dd className="text-right text-lg font-semibold">
            <Money minor={answer.totalMinor} />
          </dd>
          {answer.pointsEarned > 0 && (
            <dd className="col-span-2 text-sm text-ink-muted">
              {t('earns', { count: answer.pointsEarned, number: number(answer.pointsEarned) })}
            </dd>
          )}
        </dl>
      )}
    </div>
  );
}
