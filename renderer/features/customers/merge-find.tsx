import { useDeferredValue, useRef, useState, type KeyboardEvent, type RefObject } from 'react';
import type { Customer } from '../../../shared/api/customers.ts';
import { useCustomerPage } from '../../api/customers.ts';
import { FailureNotice } from '../../app/failure-notice.tsx';
import { useCommonText } from '../../app/i18n.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { nextIndex } from '../../ui/next-index.ts';
import { SearchField } from '../../ui/search-field.tsx';
import { mergeTexts } from './merge-texts.ts';

const rows = 20;

export type MergeFindProps = {
  customer: Customer | undefined;
  onChoose: (other: Customer) => void;
  onClose: () => void;
};

/** Finds the other record of a customer who is here twice. */
export function MergeFind({ customer, onChoose, onClose }: MergeFindProps) {
  const t = mergeTexts.useText();
  const common = useCommonText();
  const [typed, setTyped] = useState('');
  const search = useDeferredValue(typed.trim());
  const { data, error, refetch } = useCustomerPage({ search }, { limit: rows, enabled: search !== '' });
  const found = search === '' ? [] : (data?.items ?? []).filter(({ id }) => id !== customer?.id);
  const list = useRef<HTMLUListElement>(null);
  const onSearchKey = (event: KeyboardEvent) => {
    const [first] = found;
    if (first === undefined || (event.key !== 'Enter' && event.key !== 'ArrowDown')) return;
    event.preventDefault();
    if (event.key === 'Enter') onChoose(first);
    else toRow(list.current, 0);
  };
  return (
    <Dialog
      open
      onOpenChange={onClose}
      title={t('findTitle', { name: customer?.name ?? '' })}
      description={t('findWhat')}
      closeLabel={common('close')}
    >
      <SearchField
        label={t('find')}
        clearLabel={common('clear')}
        value={typed}
        onValueChange={setTyped}
        onKeyDown={onSearchKey}
      />
      {error !== null && <FailureNotice failure={error} onRetry={() => void refetch()} className="mt-3" />}
      <div className="mt-3 h-[min(20rem,calc(100dvh-18rem))] overflow-y-auto rounded-card border">
        {found.length === 0 ? (
          <p className="p-6 text-center text-ink-muted wrap-anywhere">
            {search === '' || data === undefined ? t('findHint') : t('findNobody', { search })}
          </p>
        ) : (
          <FoundList listRef={list} found={found} onChoose={onChoose} />
        )}
      </div>
    </Dialog>
  );
}

function toRow(list: HTMLUListElement | null, at: number): void {
  list?.querySelectorAll('button').item(at).focus();
}

type FoundListProps = {
  listRef: RefObject<HTMLUListElement | null>;
  found: readonly Customer[];
  onChoose: (other: Customer) => void;
};

function FoundList({ listRef, found, onChoose }: FoundListProps) {
  const t = mergeTexts.useText();
  const onKeyDown = (event: KeyboardEvent, at: number) => {
    const next = nextIndex(at, event.key, found.length, 5);
    if (next === null) return;
    event.preventDefault();
    toRow(listRef.current, next);
  };
  return (
    <ul ref={listRef} aria-label={t('findList')}>
      {found.map((other, at) => (
        <li key={other.id} className="border-b last:border-b-0">
          <button
            type="button"
            onClick={() => onChoose(other)}
            onKeyDown={(event) => onKeyDown(event, at)}
            className="flex min-h-13 w-full flex-col items-start justify-center px-4 py-1.5 text-left outline-offset-[-3px] hover:bg-sunken"
          >
            <span className="max-w-full truncate font-medium">{other.name}</span>
            <span className="figures max-w-full truncate text-sm text-ink-muted">
              {[other.code, other.phone, other.email].filter((part) => part !== '').join(' · ')}
            </span>
          </button>
        </li>
      ))}
    </ul>
  );
}
