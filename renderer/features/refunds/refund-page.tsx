import { ArrowLeft } from 'lucide-react';
import { useNavigate, useParams } from 'react-router';
import { useState } from 'react';
import type { Refundable, RefundCommitted } from '../../../shared/api/refunds.ts';
import { useRefundable } from '../../api/refunds.ts';
import { useSettings } from '../../api/settings.ts';
import { FailureNotice } from '../../app/failure-notice.tsx';
import { useCommonText } from '../../app/i18n.ts';
import { useAction } from '../../app/use-action.ts';
import { ErrorNotice } from '../../ui/error-notice.tsx';
import { useFormats } from '../../ui/format.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { RefundDone } from './refund-done.tsx';
import { RefundForm } from './refund-form.tsx';
import { refundsTexts } from './texts.ts';

/** Taking goods back that came with their receipt. */
export function RefundPage() {
  const t = refundsTexts.useText();
  const common = useCommonText();
  const navigate = useNavigate();
  const { id = null } = useParams();
  const { data: settings } = useSettings();
  const [done, setDone] = useState<RefundCommitted | null>(null);
  const { data: refundable, error, refetch } = useRefundable(id, { enabled: done === null });
  const leave = () => void navigate('/sell');
  useAction('back', leave);
  if (settings === undefined) return null;
  return (
    <div className="flex h-full min-h-0 flex-col">
      <PageHeader
        title={t('title')}
        description={refundable === undefined ? '\u00a0' : <SaleWords refundable={refundable} />}
        back={<IconButton icon={ArrowLeft} label={common('back')} variant="outlined" onClick={leave} />}
      />
      {done !== null && <RefundDone done={done} settings={settings} onLeave={leave} />}
      {done === null && error !== null && <FailureNotice failure={error} onRetry={() => void refetch()} />}
      {done === null && error === null && refundable === undefined && <Skeleton className="h-96 w-full" />}
      {done === null && refundable !== undefined && refundable.refusal !== null && (
        <ErrorNotice title={t('refusedTitle')} kept={refundable.refusal} />
      )}
      {done === null && refundable !== undefined && refundable.refusal === null && (
        <RefundForm
          key={`${refundable.order.id} ${refundable.before.length}`}
          refundable={refundable}
          settings={settings}
          onDone={setDone}
        />
      )}
    </div>
  );
}

function SaleWords({ refundable: { order } }: { refundable: Refundable }) {
  const t = refundsTexts.useText();
  const { dateTime } = useFormats();
  const { receiptNumber, paidAt, cashier, customer } = order;
  return (
    <span className="figures">
      {t('ofSale', { number: receiptNumber, when: dateTime(paidAt), cashier })}
      {customer !== null && ` · ${customer.name}`}
    </span>
  );
}
