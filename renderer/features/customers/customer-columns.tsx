import { useMemo } from 'react';
import type { Customer } from '../../../shared/api/customers.ts';
import type { DataColumn } from '../../ui/data-table.tsx';
import { useFormats } from '../../ui/format.tsx';
import { customersTexts } from './texts.ts';

/** The columns of the list of customers. */
export function useCustomerColumns(): DataColumn<Customer>[] {
  const t = customersTexts.useText();
  const { number, date } = useFormats();
  return useMemo(
    () => [
      {
        id: 'name',
        header: t('columnName'),
        sort: 'name',
        width: 'minmax(10rem, 2fr)',
        cell: ({ name }) => (
          <span className="block truncate font-medium" title={name}>
            {name}
          </span>
        ),
      },
      {
        id: 'code',
        header: t('columnCode'),
        sort: 'code',
        width: '7rem',
        cell: ({ code }) => <span className="figures text-ink-muted">{code}</span>,
      },
      {
        id: 'phone',
        header: t('columnPhone'),
        width: 'minmax(10rem, 1fr)',
        cell: ({ phone, email }) => <span className="figures text-ink-muted">{phone || email}</span>,
      },
      {
        id: 'points',
        header: t('columnPoints'),
        sort: 'pointsBalance',
        align: 'end',
        width: '6rem',
        cell: ({ pointsBalance }) => <span className="font-medium">{number(pointsBalance)}</span>,
      },
      {
        id: 'visits',
        header: t('columnVisits'),
        align: 'end',
        width: '5rem',
        cell: ({ visits }) => number(visits),
      },
      {
        id: 'last',
        header: t('columnLastVisit'),
        sort: 'lastVisitAt',
        align: 'end',
        width: '8rem',
        cell: ({ lastVisitAt }) => (
          <span className="text-ink-muted">
            {lastVisitAt === null ? t('neverVisited') : date(lastVisitAt)}
          </span>
        ),
      },
    ],
    [t, number, date],
  );
}
