import { CircleHelp } from 'lucide-react';
import { keyLabelOf } from '../../app/actions.ts';
import { KeyCap } from '../../ui/key-cap.tsx';
import { turnSideways } from '../../ui/turn-sideways.ts';
import { OfferChip } from './offer-chip.tsx';
import type { GlanceItem } from './offer-glance.ts';
import { sellTexts } from './texts.ts';

export type OfferStripProps = {
  items: readonly GlanceItem[];
  onPress: (item: GlanceItem) => void;
  onWhy: () => void;
};

/** What this sale gets today, in one row that is pushed sideways, and the way to the whole reckoning. */
export function OfferStrip({ items, onPress, onWhy }: OfferStripProps) {
  const t = sellTexts.useText();
  return (
    <div className="flex h-14 min-w-0 shrink-0 items-center gap-1 border-t pr-1.5">
      {items.length === 0 ? (
        <p className="min-w-0 flex-1 pl-3 text-xs leading-4">
          <span className="block truncate font-medium text-ink-muted">{t('offersNone')}</span>
          <span className="block truncate text-ink-muted">{t('offersNoneHint')}</span>
        </p>
      ) : (
        <ul
          ref={turnSideways}
          aria-label={t('offers')}
          className="flex min-w-0 flex-1 scroll-px-6 gap-1.5 overflow-x-auto px-2 py-1 [mask-image:linear-gradient(to_right,black_calc(100%-1.5rem),transparent)] [scrollbar-width:none]"
        >
          {items.map((item) => (
            <li key={`${item.kind} ${item.id}`} className="flex shrink-0 last:pr-4">
              <OfferChip item={item} onPress={onPress} />
            </li>
          ))}
        </ul>
      )}
      <button
        type="button"
        aria-label={t('why')}
        aria-keyshortcuts={keyLabelOf('sell.why')}
        title={t('why')}
        onClick={onWhy}
        className="flex h-11 shrink-0 flex-col items-center justify-center gap-0.5 rounded-control px-2 text-ink-muted hover:bg-sunken hover:text-ink"
      >
        <CircleHelp className="size-4.5" aria-hidden="true" />
        <KeyCap>{keyLabelOf('sell.why')}</KeyCap>
      </button>
    </div>
  );
}
