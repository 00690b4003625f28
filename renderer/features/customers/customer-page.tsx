import { ArrowLeft } from 'lucide-react';
import { useState } from 'react';
import { useNavigate, useParams } from 'react-router';
import type { Customer } from '../../../shared/api/customers.ts';
import { isApiFailure } from '../../api/api-failure.ts';
import { useCustomer } from '../../api/customers.ts';
import { FailureNotice } from '../../app/failure-notice.tsx';
import { useScanOpens } from '../../app/use-scan-opens.ts';
import { useMay } from '../../state/session.ts';
import { Badge } from '../../ui/badge.tsx';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { useFormats } from '../../ui/format.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { Tabs } from '../../ui/tabs.tsx';
import { CreditLedger } from './credit-ledger.tsx';
import { CustomerActions } from './customer-actions.tsx';
import { CustomerCard } from './customer-card.tsx';
import { CustomerCredits } from './customer-credits.tsx';
import { CustomerDetails } from './customer-details.tsx';
import { CustomerFigures } from './customer-figures.tsx';
import { CustomerSales } from './customer-sales.tsx';
import { DuplicatesHint } from './duplicates-hint.tsx';
import { PointsLedger } from './points-ledger.tsx';
import { customersTexts } from './texts.ts';

/** One customer: points, card, details and everything they bought. */
export function CustomerPage() {
  const t = customersTexts.useText();
  const { id = null } = useParams();
  const navigate = useNavigate();
  const { data: customer, error, refetch } = useCustomer(id);
  useScanOpens();
  if (customer !== undefined) return <KnownCustomer key={customer.id} customer={customer} />;
  if (isApiFailure(error, 'customer-unknown', 'request-invalid')) {
    return (
      <EmptyState
        title={t('unknownTitle')}
        action={<Button onClick={() => void navigate('/customers')}>{t('back')}</Button>}
      />
    );
  }
  return error ? <FailureNotice failure={error} onRetry={() => void refetch()} /> : null;
}

function KnownCustomer({ customer }: { customer: Customer }) {
  const t = customersTexts.useText();
  const navigate = useNavigate();
  const { date } = useFormats();
  const maySeeSales = useMay('orders.view');
  const maySeeCredits = useMay('credits.view');
  const mayIssueCards = useMay('cards.issue');
  const { erasedAt } = customer;
  const isErased = erasedAt !== null;
  const [tab, setTab] = useState<'points' | 'sales' | 'credits'>('points');
  return (
    <div className="flex min-h-full flex-col">
      <PageHeader
        title={customer.name}
        description={
          <span className="inline-flex flex-wrap items-center gap-2">
            <Badge>{customer.code}</Badge>
            {t('since', { date: date(customer.createdAt) })}
          </span>
        }
        back={
          <IconButton
            variant="outlined"
            icon={ArrowLeft}
            label={t('back')}
            onClick={() => void navigate('/customers')}
          />
        }
        actions={!isErased && <CustomerActions customer={customer} />}
      />
      {isErased ? (
        <p role="status" className="mb-4 rounded-card bg-sunken px-4 py-3 font-medium">
          {t('erased', { date: date(erasedAt) })}
        </p>
      ) : (
        <DuplicatesHint customer={customer} />
      )}
      <div className="grid flex-1 items-start gap-4 lg:grid-cols-[20rem_minmax(0,1fr)]">
        <div className="grid gap-4 sm:grid-cols-2 lg:grid-cols-1">
          <CustomerFigures customer={customer} />
          {maySeeCredits && <CustomerCredits customer={customer} />}
          {mayIssueCards && !isErased && <CustomerCard customer={customer} />}
          <CustomerDetails customer={customer} />
        </div>
        <Tabs
          label={customer.name}
          value={tab}
          onValueChange={setTab}
          tabs={[
            { value: 'points', label: t('points'), content: <PointsLedger customerId={customer.id} /> },
            ...(maySeeSales
              ? [
                  {
                    value: 'sales' as const,
                    label: t('sales'),
                    content: <CustomerSales customerId={customer.id} />,
                  },
                ]
              : []),
            ...(maySeeCredits
              ? [
                  {
                    value: 'credits' as const,
                    label: t('credits'),
                    content: <CreditLedger customerId={customer.id} />,
                  },
                ]
              : []),
          ]}
        />
      </div>
    </div>
  );
}
