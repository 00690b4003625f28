import { FileDown, Printer } from 'lucide-react';
import { useState } from 'react';
import type { Customer } from '../../../shared/api/customers.ts';
import { isApiFailure } from '../../api/api-failure.ts';
import { fetchCardPdf, useCardPicture, useCustomerCard, useIssueCard } from '../../api/customers.ts';
import { FailureNotice } from '../../app/failure-notice.tsx';
import { BlobPicture } from '../../ui/blob-picture.tsx';
import { Button } from '../../ui/button.tsx';
import { ErrorNotice } from '../../ui/error-notice.tsx';
import { useFormats } from '../../ui/format.tsx';
import { PrintOnly } from '../../ui/print-only.tsx';
import { saveFile } from '../../ui/save-file.ts';
import { Skeleton } from '../../ui/skeleton.tsx';
import { showToast } from '../../ui/toast.tsx';
import { RevokeCard } from './revoke-card.tsx';
import { customersTexts } from './texts.ts';

/** The customer's card with its QR code, in the size of a bank card when printed; void it when it is lost. */
export function CustomerCard({ customer }: { customer: Customer }) {
  const t = customersTexts.useText();
  const { day } = useFormats();
  const { data: card, error, refetch } = useCustomerCard(customer.id);
  return (
    <section aria-label={t('card')} className="flex flex-col gap-3">
      {isApiFailure(error, 'card-expired') ? (
        <EndedCard customer={customer} />
      ) : error !== null ? (
        <FailureNotice failure={error} onRetry={() => void refetch()} />
      ) : (
        <CardPicture customer={customer} />
      )}
      {card !== undefined && error === null && (
        <div className="flex items-center justify-between gap-2">
          <p className="figures text-sm text-ink-muted">{t('cardUntil', { date: day(card.expiresOn) })}</p>
          <RevokeCard customer={customer} />
        </div>
      )}
    </section>
  );
}

function EndedCard({ customer }: { customer: Customer }) {
  const t = customersTexts.useText();
  const issue = useIssueCard(customer.id);
  return (
    <>
      {issue.error && <FailureNotice failure={issue.error} />}
      <ErrorNotice
        tone="warn"
        title={t('cardEnded')}
        kept={t('cardEndedWhat')}
        action={
          <Button
            busy={issue.isPending}
            onClick={() =>
              issue.mutate(undefined, {
                onSuccess: () => showToast({ tone: 'good', title: t('issueDone') }),
              })
            }
          >
            {t('issueCard')}
          </Button>
        }
      />
    </>
  );
}

function CardPicture({ customer: { id, name, code } }: { customer: Customer }) {
  const t = customersTexts.useText();
  const { data: picture, error, refetch } = useCardPicture(id);
  const [isPrinting, setPrinting] = useState(false);
  const [isSaving, setSaving] = useState(false);
  const alt = t('cardAlt', { name, code });
  return (
    <>
      {error && <FailureNotice failure={error} onRetry={() => void refetch()} />}
      {picture === undefined ? (
        <Skeleton className="aspect-[856/540] w-full rounded-card" />
      ) : (
        <BlobPicture blob={picture} alt={alt} className="aspect-[856/540] w-full max-w-96" />
      )}
      <div className="flex gap-2">
        <Button
          icon={Printer}
          className="flex-1"
          disabled={picture === undefined || isPrinting}
          onClick={() => setPrinting(true)}
        >
          {t('printCard')}
        </Button>
        <Button
          icon={FileDown}
          busy={isSaving}
          onClick={() => {
            setSaving(true);
            void savePdf(id, code).finally(() => setSaving(false));
          }}
        >
          {t('cardPdf')}
        </Button>
      </div>
      {isPrinting && picture !== undefined && (
        <PrintOnly onPrinted={() => setPrinting(false)}>
          <BlobPicture blob={picture} alt={alt} className="h-[54mm] w-[85.6mm]" />
        </PrintOnly>
      )}
    </>
  );
}

async function savePdf(customerId: string, code: string): Promise<void> {
  try {
    saveFile(await fetchCardPdf(customerId), `${code}.pdf`);
  } catch (thrown) {
    if (!isApiFailure(thrown)) throw thrown;
    showToast({ tone: 'bad', title: customersTexts.text('cardPdfFailed'), description: thrown.message });
  }
}
