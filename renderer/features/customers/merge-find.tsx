import { useDeferredValue, useState } from 'react';
import type { Customer } from '../../../shared/api/customers.ts';
import { useCustomerPage } from '../../api/customers.ts';
import { FailureNotice } from '../../app/failure-notice.tsx';
import { useCommonText } from '../../app/i18n.ts';
import { Dialog } from '../../ui/dialog.tsx';
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
  return (
    <Dialog
      open
      onOpenChange={onClose}
      title={t('findTitle', { name: customer?.name ?? '' })}
      description={t('findWhat')}
      closeLabel={common('close')}
    >
      <SearchField label={t('find')} clearLabel={common('clear')} value={typed} onValueChange={setTyped} />
      {error !== null && <FailureNotice failure={error} onRetry={() => void refetch()} className="mt-3" />}
      <div className="mt-3 h-[min(20rem,calc(100dvh-18rem))] overflow-y-auto rounded-card border">
        {found.length === 0 ? (
          <p className="p-6 text-center text-ink-muted wrap-anywhere">
            {search === '' || data === undefined ? t('findHint') : t('findNobody', { search })}
          </p>
        ) : (
          <ul aria-label={t('findList')}>
            {found.map((other) => (
              <li key={other.id} className="border-b last:border-b-0">
                <button
                  type="button"
                  onClick={() => onChoose(other)}
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
        )}
      </div>
    </Dialog>
  );
}
