import { FileDown, Printer } from 'lucide-react';
import { useState } from 'react';
import type { Promotion } from '../../../shared/api/offers.ts';
import { isApiFailure } from '../../api/api-failure.ts';
import { fetchPromotionSheet, usePromotionQr } from '../../api/promotions.ts';
import { useSettings } from '../../api/settings.ts';
import { FailureNotice } from '../../app/failure-notice.tsx';
import { BlobPicture } from '../../ui/blob-picture.tsx';
import { Button } from '../../ui/button.tsx';
import { PrintOnly } from '../../ui/print-only.tsx';
import { saveFile } from '../../ui/save-file.ts';
import { Skeleton } from '../../ui/skeleton.tsx';
import { showToast } from '../../ui/toast.tsx';
import { offersTexts } from './texts.ts';

/** A promotion's QR code, and the sheet with it that hangs at the counter. */
export function QrSheet({ promotion, sentences }: { promotion: Promotion; sentences: readonly string[] }) {
  const t = offersTexts.useText();
  const { title, couponCode, needsCode } = promotion;
  const { data: picture, error, refetch } = usePromotionQr(promotion.id);
  const [isPrinting, setPrinting] = useState(false);
  const [isSaving, setSaving] = useState(false);
  const alt = t('sheetAlt', { title });
  return (
    <section
      aria-label={t('sheet')}
      className="flex flex-col gap-3 rounded-card border bg-surface p-5 shadow-low"
    >
      {error && <FailureNotice failure={error} onRetry={() => void refetch()} />}
      {picture === undefined ? (
        <Skeleton className="mx-auto aspect-square w-44 rounded-card" />
      ) : (
        <BlobPicture
          blob={picture}
          alt={alt}
          className="paper mx-auto aspect-square w-44 rounded-control bg-surface"
        />
      )}
      {couponCode !== null && (
        <p className="text-center">
          <span className="text-sm text-ink-muted">{t('couponIs')}</span>{' '}
          <span className="figures font-semibold">{couponCode}</span>
        </p>
      )}
      <p className="text-center text-sm text-ink-muted">{t(needsCode ? 'sheetHint' : 'sheetHintOpen')}</p>
      <div className="flex gap-2">
        <Button
          icon={Printer}
          className="flex-1"
          disabled={picture === undefined || isPrinting}
          onClick={() => setPrinting(true)}
        >
          {t('printSheet')}
        </Button>
        <Button
          icon={FileDown}
          busy={isSaving}
          onClick={() => {
            setSaving(true);
            void savePdf(promotion).finally(() => setSaving(false));
          }}
        >
          {t('savePdf')}
        </Button>
      </div>
      {isPrinting && picture !== undefined && (
        <PrintOnly onPrinted={() => setPrinting(false)}>
          <Sheet promotion={promotion} picture={picture} sentences={sentences} />
        </PrintOnly>
      )}
    </section>
  );
}

type SheetProps = { promotion: Promotion; picture: Blob; sentences: readonly string[] };

function Sheet({ promotion: { title, couponCode }, picture, sentences }: SheetProps) {
  const t = offersTexts.useText();
  const { data: settings } = useSettings();
  return (
    <div className="paper mx-auto flex max-w-[170mm] flex-col items-center gap-6 pt-[15mm] text-center text-ink">
      <p className="text-xl">{settings?.shop.name}</p>
      <h1 className="text-5xl leading-tight font-semibold wrap-anywhere">{title}</h1>
      <BlobPicture blob={picture} alt={t('sheetAlt', { title })} className="size-[90mm]" />
      <p className="text-2xl font-semibold">{t('scanMe')}</p>
      {couponCode !== null && <p className="figures text-2xl">{t('orSay', { code: couponCode })}</p>}
      <p className="text-lg wrap-anywhere">{sentences.join(' ')}</p>
    </div>
  );
}

async function savePdf({ id, title }: Promotion): Promise<void> {
  try {
    saveFile(await fetchPromotionSheet(id), `${title.replace(/[^\p{L}\p{N} -]/gu, '').trim() || id}.pdf`);
  } catch (thrown) {
    if (!isApiFailure(thrown)) throw thrown;
    showToast({ tone: 'bad', title: offersTexts.text('pdfFailed'), description: thrown.message });
  }
}
