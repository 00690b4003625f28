import { UserRound, X } from 'lucide-react';
import { keyLabelOf } from '../../app/actions.ts';
import type { Customer } from '../../../shared/api/customers.ts';
import { IconButton } from '../../ui/icon-button.tsx';
import { KeyCap } from '../../ui/key-cap.tsx';
import { useFormats } from '../../ui/format.tsx';
import { sellTexts } from './texts.ts';

export type CustomerChipProps = {
  customer: Customer | null;
  onOpen: () => void;
  onRemove: () => void;
};

/** Who this sale is for. */
export function CustomerChip({ customer, onOpen, onRemove }: CustomerChipProps) {
  const t = sellTexts.useText();
  const { number } = useFormats();
  if (customer === null) {
    return (
      <button
        type="button"
        onClick={onOpen}
        aria-keyshortcuts={keyLabelOf('sell.customer')}
        className="flex min-h-15 shrink-0 items-center gap-3 rounded-card border bg-surface px-3 text-left shadow-low hover:bg-sunken"
      >
        <span className="flex size-9 shrink-0 items-center justify-center rounded-full bg-sunken text-ink-muted">
          <UserRound className="size-5" aria-hidden="true" />
        </span>
        <span className="min-w-0 flex-1">
          <span className="block truncate font-semibold">{t('customerNone')}</span>
          <span className="block truncate text-xs text-ink-muted">{t('customerNoneHint')}</span>
        </span>
        <KeyCap>{keyLabelOf('sell.customer')}</KeyCap>
      </button>
    );
  }
  const { name, code, pointsBalance, visits } = customer;
  return (
    <div className="flex min-h-15 shrink-0 items-center rounded-card border bg-surface shadow-low">
      <button
        type="button"
        onClick={onOpen}
        className="relative flex min-h-15 min-w-0 flex-1 items-center gap-3 rounded-card pl-3 text-left hover:bg-sunken"
      >
        <span className="sr-only">{t('customerChange')}</span>
        <span
          aria-hidden="true"
          className="flex size-9 shrink-0 items-center justify-center rounded-full bg-accent-soft text-sm font-semibold text-accent-text"
        >
          {initialsOf(name)}
        </span>
        <span className="min-w-0 flex-1">
          <span className="block truncate font-semibold">{name}</span>
          <span className="figures block truncate text-xs text-ink-muted">
            {code} · {t('customerVisits', { count: visits })}
          </span>
        </span>
        <span className="figures shrink-0 text-right text-sm font-semibold text-accent-text">
          {t('customerPoints', { count: pointsBalance, points: number(pointsBalance) })}
        </span>
      </button>
      <IconButton icon={X} label={t('customerRemove', { name })} onClick={onRemove} />
    </div>
  );
}

function initialsOf(name: string): string {
  const words = name.trim().split(/\s+/);
  const letters = [words[0], words.length > 1 ? words.at(-1) : undefined].map(
    (word) => [...(word ?? '')][0] ?? '',
  );
  return letters.join('').toLocaleUpperCase();
}
