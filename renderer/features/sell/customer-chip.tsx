import { UserRound, X } from 'lucide-react';
import { keyLabelOf } from '../../app/actions.ts';
import type { Customer } from '../../../shared/api/customers.ts';
import { Badge } from '../../ui/badge.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { KeyCap } from '../../ui/key-cap.tsx';
import { useFormats } from '../../ui/format.tsx';
import type { Standing } from './standing.ts';
import { sellTexts } from './texts.ts';

export type CustomerChipProps = {
  customer: Customer;
  standing: Standing;
  onOpen: () => void;
  onRemove: () => void;
};

/** Nobody yet: the way to find somebody. */
export function NoCustomerChip({ onOpen }: { onOpen: () => void }) {
  const t = sellTexts.useText();
  return (
    <button
      type="button"
      onClick={onOpen}
      aria-keyshortcuts={keyLabelOf('sell.customer')}
      className="flex min-h-15 shrink-0 items-center gap-3 rounded-card px-3 text-left hover:bg-sunken"
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

/** Who this sale is for, and where they stand: tier, points, what those pay for, what ends soon. */
export function CustomerChip({ customer, standing, onOpen, onRemove }: CustomerChipProps) {
  const t = sellTexts.useText();
  const { number, money } = useFormats();
  const { name } = customer;
  const { points, balance, worthMinor } = standing;
  return (
    <div className="flex min-h-15 shrink-0 items-center">
      <button
        type="button"
        onClick={onOpen}
        className="relative flex min-h-15 min-w-0 flex-1 items-center gap-3 rounded-card pl-3 text-left hover:bg-sunken"
      >
        <span className="sr-only">{t('customerChange')}</span>
        <span
          aria-hidden="true"
          className="flex size-9 shrink-0 items-center justify-center rounded-full bg-accent-soft text-sm font-semibold text-accent-text short:hidden"
        >
          {initialsOf(name)}
        </span>
        <span className="min-w-0 flex-1">
          <span className="block truncate font-semibold">{name}</span>
          <StandingLine customer={customer} standing={standing} />
        </span>
        <span className="figures shrink-0 text-right">
          <span className="block text-sm font-semibold text-accent-text">
            {t('customerPoints', { count: points, points: number(points) })}
          </span>
          {worthMinor !== null && (
            <span className="block text-xs text-ink-muted">
              {points === balance
                ? t('customerWorth', { amount: money(worthMinor) })
                : t('customerLeft', { balance: number(balance), amount: money(worthMinor) })}
            </span>
          )}
        </span>
      </button>
      <IconButton icon={X} label={t('customerRemove', { name })} onClick={onRemove} />
    </div>
  );
}

/** Tier, and what ends soon or else who it is. */
function StandingLine({ customer, standing }: Pick<CustomerChipProps, 'customer' | 'standing'>) {
  const t = sellTexts.useText();
  const { tierName, expiring } = standing;
  return (
    <span className="figures flex min-w-0 items-center gap-1.5 text-xs text-ink-muted">
      {tierName !== null && (
        <Badge tone="good" className="min-h-4.5! max-w-24 px-1.5! text-[0.6875rem]!">
          <span className="truncate">{tierName}</span>
        </Badge>
      )}
      {expiring === null ? (
        <span className="truncate">
          {tierName === null && `${customer.code} · `}
          {t('customerVisits', { count: customer.visits })}
        </span>
      ) : (
        <ExpiringPoints expiring={expiring} />
      )}
    </span>
  );
}

function ExpiringPoints({ expiring: { points, on } }: { expiring: NonNullable<Standing['expiring']> }) {
  const t = sellTexts.useText();
  const { number, locale } = useFormats();
  const date = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short', timeZone: 'UTC' });
  return (
    <span className="truncate font-medium text-warn">
      {t('customerExpiring', {
        count: points,
        points: number(points),
        date: date.format(Date.parse(`${on}T00:00:00Z`)),
      })}
    </span>
  );
}

function initialsOf(name: string): string {
  const words = name.trim().split(/\s+/);
  const letters = [words[0], words.length > 1 ? words.at(-1) : undefined].map(
    (word) => [...(word ?? '')][0] ?? '',
  );
  return letters.join('').toLocaleUpperCase();
}
