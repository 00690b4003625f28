import { X } from 'lucide-react';
import { useCustomer } from '../../api/customers.ts';
import { IconButton } from '../../ui/icon-button.tsx';
import { PickCustomer } from './pick-customer.tsx';
import { offersTexts } from './texts.ts';

export type PreviewCustomerProps = {
  customerId: string | null;
  onChange: (customerId: string | null) => void;
};

/** Whose cart it is. */
export function PreviewCustomer({ customerId, onChange }: PreviewCustomerProps) {
  const t = offersTexts.useText();
  const { data: customer } = useCustomer(customerId);
  if (customerId === null) {
    return <PickCustomer label={t('previewCustomer')} hint={t('previewNobody')} onPick={onChange} />;
  }
  const name = customer?.name ?? '…';
  return (
    <div>
      <p className="pb-1 text-sm font-medium">{t('previewCustomer')}</p>
      <div className="flex min-h-11 items-center rounded-control border bg-surface pl-3">
        <p className="min-w-0 flex-1 truncate">
          {name} <span className="figures text-sm text-ink-muted">{customer?.code}</span>
        </p>
        <IconButton icon={X} label={t('takeOff', { name })} onClick={() => onChange(null)} />
      </div>
    </div>
  );
}
