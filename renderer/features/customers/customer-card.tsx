import { Download, Printer } from 'lucide-react';
import { useState } from 'react';
import type { Customer } from '../../../shared/api/customers.ts';
import { useCustomerCard } from '../../api/customers.ts';
import { FailureNotice } from '../../app/failure-notice.tsx';
import { BlobPicture } from '../../ui/blob-picture.tsx';
import { Button } from '../../ui/button.tsx';
import { PrintOnly } from '../../ui/print-only.tsx';
import { saveFile } from '../../ui/save-file.ts';
import { Skeleton } from '../../ui/skeleton.tsx';
import { customersTexts } from './texts.ts';

/** The customer's card with its QR code, in the size of a bank card when printed. */
export function CustomerCard({ customer }: { customer: Customer }) {
  const t = customersTexts.useText();
  const { name, code } = customer;
  const { data: card, error, refetch } = useCustomerCard(customer.id);
  const [isPrinting, setPrinting] = useState(false);
  const alt = t('cardAlt', { name, code });
  return (
    <section aria-label={t('card')} className="flex flex-col gap-3">
      {error && <FailureNotice failure={error} onRetry={() => void refetch()} />}
      {card === undefined ? (
        <Skeleton className="aspect-[856/540] w-full rounded-card" />
      ) : (
        <BlobPicture blob={card} alt={alt} className="aspect-[856/540] w-full max-w-96" />
      )}
      <div className="flex gap-2">
        <Button
          icon={Printer}
          className="flex-1"
          disabled={card === undefined || isPrinting}
          onClick={() => setPrinting(true)}
        >
          {t('printCard')}
        </Button>
        <Button
          icon={Download}
          disabled={card === undefined}
          onClick={() => card && saveFile(card, `${code}.svg`)}
        >
          {t('saveCard')}
        </Button>
      </div>
      {isPrinting && card !== undefined && (
        <PrintOnly onPrinted={() => setPrinting(false)}>
          <BlobPicture blob={card} alt={alt} className="h-[54mm] w-[85.6mm]" />
        </PrintOnly>
      )}
    </section>
  );
}
