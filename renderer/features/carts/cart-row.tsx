import type { CartSummary } from '../../../shared/api/carts.ts';
import { ageWords } from '../../app/age-words.ts';
import { nowMilliseconds } from '../../app/clock.ts';
import { classNames } from '../../ui/class-names.ts';
import { useFormats } from '../../ui/format.tsx';
import { Money } from '../../ui/money.tsx';
import { cartsTexts } from './texts.ts';

/** After this somebody has probably been forgotten. */
const oldAfterMilliseconds = 2 * 3_600_000;

export type CartRowProps = { id: string; cart: CartSummary; isActive: boolean; onPoint: () => void };

/** A waiting cart: its name, whose it is, how long it has been waiting, what it comes to. */
export function CartRow({ id, cart, isActive, onPoint }: CartRowProps) {
  return (
    <button
      type="button"
      tabIndex={-1}
      id={id}
      role="option"
      aria-selected={isActive}
      onClick={onPoint}
      className={classNames(
        'flex min-h-14 w-full cursor-pointer items-center gap-3 border-b px-4 py-1.5 text-left select-none last:border-b-0',
        isActive ? 'bg-accent-soft' : 'hover:bg-sunken',
      )}
    >
      <CartFacts cart={cart} />
    </button>
  );
}

export function CartFacts({ cart }: { cart: CartSummary }) {
  const t = cartsTexts.useText();
  const { time } = useFormats();
  const age = nowMilliseconds() - Date.parse(cart.updatedAt);
  return (
    <>
      <span className="min-w-0 flex-1">
        <span className="block truncate font-medium">
          {cart.name === '' ? t('defaultName', { time: time(cart.createdAt) }) : cart.name}
        </span>
        <span
          className={classNames(
            'block truncate text-xs',
            age >= oldAfterMilliseconds ? 'font-medium text-warn' : 'text-ink-muted',
          )}
        >
          {cart.heldBy === null
            ? t('recallBy', { owner: cart.owner.name, age: ageWords(age) })
            : `${cart.owner.name} · ${t('recallHeldBy')}`}
        </span>
      </span>
      <span className="shrink-0 text-right">
        <Money minor={cart.totalMinor} className="block font-semibold" />
        <span className="figures block text-xs text-ink-muted">
          {t('recallItems', { count: cart.itemCount })}
        </span>
      </span>
    </>
  );
}
