import { useCartWhole } from '../../api/carts.ts';
import { useFormats } from '../../ui/format.tsx';
import { readKeptCart } from './kept-cart.ts';
import { cartsTexts } from './texts.ts';

/** The lines of a waiting cart, before it is recalled. */
export function CartPreview({ cartId }: { cartId: string | null }) {
  const t = cartsTexts.useText();
  const { quantity } = useFormats();
  const { data } = useCartWhole(cartId);
  const kept = data === undefined ? null : readKeptCart(data);
  return (
    <section
      aria-label={t('recallPreview')}
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reachable by keys
      tabIndex={0}
      className="overflow-y-auto rounded-card bg-sunken px-4 py-3 text-sm"
    >
      {data !== undefined && kept === null && <p>{t('unreadable')}</p>}
      {kept !== null && (
        <>
          {kept.draft.customer !== null && (
            <p className="mb-1 truncate font-medium">{kept.draft.customer.name}</p>
          )}
          <ul>
            {kept.draft.lines.map(({ lineId, product, quantityMilli }) => (
              <li key={lineId} className="flex gap-2 py-0.5">
                <span className="figures w-12 shrink-0 text-right text-ink-muted">
                  {quantity(quantityMilli)}
                </span>
                <span className="min-w-0 flex-1 [overflow-wrap:anywhere]">{product.name}</span>
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}
