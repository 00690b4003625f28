import { lazy, Suspense } from 'react';
import type { SyncCode } from '../../../shared/api/sync.ts';
import { readJoinText } from '../../../shared/domain/join-text.ts';
import { spanWords } from '../../app/age-words.ts';
import { useNow } from '../../app/use-now.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { useFormats } from '../../ui/format.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { tillsTexts } from './tills-texts.ts';

const QrPicture = lazy(async () => ({ default: (await import('../../ui/qr-picture.tsx')).QrPicture }));

/** A one-time code, large enough to read across a counter, and the same to scan. */
export function TillCode({ made, name, onClose }: { made: SyncCode; name: string; onClose: () => void }) {
  const t = tillsTexts.useText();
  const { dateTime } = useFormats();
  const left = Date.parse(made.expiresAt) - useNow(5_000);
  return (
    <Dialog
      open
      onOpenChange={onClose}
      title={t('codeTitle', { name })}
      description={t('codeWhat')}
      footer={
        <Button variant="primary" onClick={onClose}>
          {t('codeDone')}
        </Button>
      }
    >
      <div className="flex flex-col items-center gap-3 text-center">
        <p className="font-mono text-4xl font-semibold tracking-wider" aria-label={t('code')}>
          {made.code}
        </p>
        <p className="text-ink-muted">
          {t('codeAddress')}{' '}
          <span className="font-medium wrap-anywhere text-ink">{readJoinText(made.joinText)?.url}</span>
        </p>
        <Suspense fallback={<Skeleton className="size-52 short:size-40" />}>
          <QrPicture
            text={made.joinText}
            alt={t('codeQr')}
            className="size-52 rounded-control short:size-40"
          />
        </Suspense>
        <p role="status" className={left > 0 ? 'figures text-ink-muted' : 'font-medium text-danger'}>
          {left > 0
            ? t('codeGood', { span: spanWords(left), until: dateTime(made.expiresAt) })
            : t('codeEnded')}
        </p>
      </div>
    </Dialog>
  );
}
