import { UserRoundPlus } from 'lucide-react';
import { useEffect, useId, useState, type KeyboardEvent, type RefObject } from 'react';
import type { Customer } from '../../../shared/api/customers.ts';
import { useCustomerPage } from '../../api/customers.ts';
import { FailureNotice } from '../../app/failure-notice.tsx';
import { useCart } from '../../state/cart.ts';
import { useMay } from '../../state/session.ts';
import { Button } from '../../ui/button.tsx';
import { classNames } from '../../ui/class-names.ts';
import { useFormats } from '../../ui/format.tsx';
import { nextIndex } from '../../ui/next-index.ts';
import { TextField } from '../../ui/text-field.tsx';
import { sellTexts } from './texts.ts';

export type CustomerSearchProps = {
  fieldRef: RefObject<HTMLInputElement | null>;
  typed: string;
  onType: (typed: string) => void;
  onChoose: (customer: Customer) => void;
  onAdd: () => void;
  onTakeOff: () => void;
};

const ROWS = 30;

/** By name, phone in any spelling, or code; Enter takes the one in front. */
export function CustomerSearch({ fieldRef, typed, onType, onChoose, onAdd, onTakeOff }: CustomerSearchProps) {
  const t = sellTexts.useText();
  const listId = useId();
  const mayAdd = useMay('customers.edit');
  const current = useCart((state) => state.draft.customer);
  const search = typed.trim();
  const { data, isPlaceholderData, error, refetch } = useCustomerPage(
    search === '' ? { sort: '-lastVisitAt' } : { search },
    { limit: ROWS },
  );
  const customers = data?.items ?? [];
  const [index, setIndex] = useState(0);
  const active = Math.min(index, Math.max(0, customers.length - 1));
  const isNobody = data !== undefined && !isPlaceholderData && customers.length === 0;

  useEffect(() => {
    document.getElementById(`${listId}-${active}`)?.scrollIntoView({ block: 'nearest' });
  }, [listId, active]);

  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.key === 'Enter') {
      event.preventDefault();
      const customer = customers[active];
      if (customer !== undefined && !isPlaceholderData) onChoose(customer);
      else if (isNobody && mayAdd) onAdd();
      return;
    }
    if (event.key === 'Home' || event.key === 'End') return;
    const next = nextIndex(active, event.key, customers.length, 6);
    if (next === null) return;
    event.preventDefault();
    setIndex(next);
  };

  return (
    <div className="flex flex-col gap-3">
      {current && (
        <div className="flex items-center gap-3 rounded-card bg-accent-soft py-1 pr-1 pl-4">
          <p className="min-w-0 flex-1">
            <span className="block text-xs text-ink-muted">{t('customerOnSale')}</span>
            <span className="block truncate font-semibold">{current.name}</span>
          </p>
          <Button variant="quiet" onClick={onTakeOff}>
            {t('customerTakeOff')}
          </Button>
        </div>
      )}
      <TextField
        ref={fieldRef}
        label={t('customerSearch')}
        role="combobox"
        aria-expanded={customers.length > 0}
        aria-controls={listId}
        aria-activedescendant={customers.length > 0 ? `${listId}-${active}` : undefined}
        value={typed}
        onChange={(event) => {
          onType(event.target.value);
          setIndex(0);
        }}
        onKeyDown={onKeyDown}
      />
      {error && <FailureNotice failure={error} onRetry={() => void refetch()} />}
      <div
        id={listId}
        role="listbox"
        aria-label={t('customerResults')}
        className="h-[min(22rem,calc(100dvh-20rem))] overflow-y-auto rounded-card border"
      >
        {isNobody && (
          <p className="p-6 text-center text-ink-muted [overflow-wrap:anywhere]">
            {t('customerNobody', { text: search })}
          </p>
        )}
        {customers.map((customer, row) => (
          <CustomerRow
            key={customer.id}
            id={`${listId}-${row}`}
            customer={customer}
            isActive={row === active}
            onChoose={onChoose}
          />
        ))}
      </div>
      {mayAdd && (
        <Button icon={UserRoundPlus} onClick={onAdd} {...(isNobody ? { keyLabel: 'Enter' } : {})}>
          {search === '' || /\d/.test(search) ? t('customerAddNew') : t('customerAddNamed', { name: search })}
        </Button>
      )}
    </div>
  );
}

type CustomerRowProps = {
  id: string;
  customer: Customer;
  isActive: boolean;
  onChoose: (customer: Customer) => void;
};

function CustomerRow({ id, customer, isActive, onChoose }: CustomerRowProps) {
  const t = sellTexts.useText();
  const { number } = useFormats();
  return (
    <button
      type="button"
      tabIndex={-1}
      id={id}
      role="option"
      aria-selected={isActive}
      onClick={() => onChoose(customer)}
      className={classNames(
        'flex min-h-13 w-full cursor-pointer items-center text-left gap-3 border-b px-4 py-1.5 select-none last:border-b-0',
        isActive ? 'bg-accent-soft' : 'hover:bg-sunken',
      )}
    >
      <span className="min-w-0 flex-1">
        <span className="block truncate font-medium">{customer.name}</span>
        <span className="figures block truncate text-xs text-ink-muted">
          {[customer.code, customer.phone].filter((part) => part !== '').join(' · ')}
        </span>
      </span>
      <span className="figures shrink-0 text-sm text-ink-muted">
        {t('customerPoints', {
          count: customer.pointsBalance,
          points: number(customer.pointsBalance),
        })}
      </span>
    </button>
  );
}
