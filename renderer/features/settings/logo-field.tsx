import { ImageUp, Trash2 } from 'lucide-react';
import { useRef } from 'react';
import { useSetLogo } from '../../api/settings.ts';
import { FailureNotice } from '../../app/failure-notice.tsx';
import { Button } from '../../ui/button.tsx';
import { useFileDrop } from '../../ui/use-file-drop.ts';
import { settingsTexts } from './texts.ts';

/** The picture above the shop's name: taken as soon as it is chosen, or dropped on the page. */
export function LogoField({ logoId, isReadOnly }: { logoId: string | null; isReadOnly: boolean }) {
  const t = settingsTexts.useText();
  const input = useRef<HTMLInputElement>(null);
  const logo = useSetLogo();
  const choose = (file: File | undefined) => {
    if (file !== undefined && !isReadOnly && !logo.isPending) logo.mutate(file);
  };
  const isOver = useFileDrop(choose);
  return (
    <div role="group" aria-label={t('logo')} className="flex flex-col gap-2">
      <p className="text-sm font-medium">{t('logo')}</p>
      <div
        className={`flex flex-wrap items-center gap-3 rounded-control border border-dashed p-3 ${isOver ? 'border-accent bg-accent-soft' : 'border-line-strong'}`}
      >
        {logoId !== null && (
          <img
            alt={t('logoNow')}
            src={`/api/media/pictures/${logoId}`}
            className="h-14 max-w-40 rounded-md bg-white object-contain p-1 grayscale"
          />
        )}
        <Button
          icon={ImageUp}
          disabled={isReadOnly}
          busy={logo.isPending}
          onClick={() => input.current?.click()}
        >
          {t(logoId === null ? 'logoChoose' : 'logoChange')}
        </Button>
        {logoId !== null && (
          <Button
            variant="quiet"
            icon={Trash2}
            disabled={isReadOnly || logo.isPending}
            onClick={() => logo.mutate(null)}
          >
            {t('logoRemove')}
          </Button>
        )}
        <input
          ref={input}
          type="file"
          accept="image/png,image/jpeg"
          aria-label={t('logoChoose')}
          className="sr-only"
          tabIndex={-1}
          onChange={(event) => {
            choose(event.target.files?.[0]);
            event.target.value = '';
          }}
        />
      </div>
      <p className="text-sm text-ink-muted">{t('logoHint')}</p>
      {logo.error && <FailureNotice failure={logo.error} kept={t('logoNotTaken')} />}
    </div>
  );
}
