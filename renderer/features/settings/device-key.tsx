import { Copy } from 'lucide-react';
import { lazy, Suspense } from 'react';
import type { DeviceEnrolled } from '../../../shared/api/people.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { showToast } from '../../ui/toast.tsx';
import { settingsTexts } from './texts.ts';

const QrPicture = lazy(async () => ({ default: (await import('../../ui/qr-picture.tsx')).QrPicture }));

/** A key that is shown this once, to copy or to scan. */
export function DeviceKey({ enrolled, onClose }: { enrolled: DeviceEnrolled; onClose: () => void }) {
  const t = settingsTexts.useText();
  const { key, device } = enrolled;
  return (
    <Dialog
      open
      onOpenChange={() => undefined}
      dismissible={false}
      title={t('deviceKeyTitle', { name: device.name })}
      description={t('deviceKeyWhat')}
      footer={
        <Button variant="primary" onClick={onClose}>
          {t('deviceDone')}
        </Button>
      }
    >
      <div className="flex flex-col gap-4">
        <div className="flex items-end gap-2">
          <TextField
            label={t('deviceKey')}
            className="flex-1"
            inputClassName="font-mono text-xs"
            readOnly
            value={key}
            onFocus={(event) => event.target.select()}
          />
          <Button icon={Copy} onClick={() => void copy(key)}>
            {t('deviceCopy')}
          </Button>
        </div>
        <p className="text-sm text-ink-muted">{t('deviceKeyUse')}</p>
        <Suspense fallback={<Skeleton className="mx-auto size-44" />}>
          <QrPicture text={key} alt={t('deviceKeyQr')} className="mx-auto size-44 rounded-control" />
        </Suspense>
      </div>
    </Dialog>
  );
}

async function copy(key: string): Promise<void> {
  try {
    await navigator.clipboard.writeText(key);
    showToast({ tone: 'good', title: settingsTexts.text('deviceCopied') });
  } catch {
    showToast({ tone: 'bad', title: settingsTexts.text('deviceCopyFailed') });
  }
}
