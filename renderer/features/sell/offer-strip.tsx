import { useEffect, useId } from 'react';
import { classNames } from '../../ui/class-names.ts';
import { turnSideways } from '../../ui/turn-sideways.ts';
import { OfferChip } from './offer-chip.tsx';
import type { GlanceItem } from './offer-glance.ts';
import { sellTexts } from './texts.ts';

export type OfferStripProps = {
  items: readonly GlanceItem[];
  /** A customer is there: rewards need more room, which is kept whatever they can have. */
  isRoomy: boolean;
  onPress: (item: GlanceItem) => void;
};

/** What this sale gets today: two beside each other, in two rows for a customer, more when it is pushed sideways. */
export function OfferStrip({ items, isRoomy, onPress }: OfferStripProps) {
  const t = sellTexts.useText();
  const id = useId();
  const chosenCount = items.filter(({ isChosen }) => isChosen).length;
  // What was chosen stands in front: show it there.
  useEffect(() => {
    document.getElementById(id)?.scrollTo({ left: 0 });
  }, [id, chosenCount]);
  const height = isRoomy ? 'h-26' : 'h-14';
  if (items.length === 0) {
    return (
      <p
        className={classNames(
          'flex shrink-0 flex-col justify-center border-t px-3 text-xs leading-4 text-ink-muted',
          height,
        )}
      >
        <span className="truncate font-medium">{t('offersNone')}</span>
        <span className="truncate">{t('offersNoneHint')}</span>
      </p>
    );
  }
  return (
    <ul
      id={id}
      ref={turnSideways}
      aria-label={t('offers')}
      className={classNames(
        'grid shrink-0 scroll-px-6 grid-flow-col content-center gap-1.5 [grid-auto-columns:46%] overflow-x-auto border-t px-2 [mask-image:linear-gradient(to_right,black_calc(100%-1.5rem),transparent)] [scrollbar-width:none]',
        height,
        isRoomy ? '[grid-template-rows:repeat(2,2.75rem)]' : '[grid-template-rows:2.75rem]',
      )}
    >
      {items.map((item) => (
        <li key={`${item.kind} ${item.id}`} className="flex min-w-0">
          <OfferChip item={item} onPress={onPress} />
        </li>
      ))}
    </ul>
  );
}
