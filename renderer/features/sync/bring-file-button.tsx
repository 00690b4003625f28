import { FileUp } from 'lucide-react';
import { useRef } from 'react';
import type { SyncImported } from '../../../shared/api/sync.ts';
import { isApiFailure } from '../../api/api-failure.ts';
import { useBringEntries } from '../../api/sync.ts';
import { Button } from '../../ui/button.tsx';
import { useFormats } from '../../ui/format.tsx';
import { showToast } from '../../ui/toast.tsx';
import { syncTexts } from './texts.ts';

/** Brings the cloud what another till saved as a file because it could not send it. */
export function BringFileButton() {
  const t = syncTexts.useText();
  const input = useRef<HTMLInputElement>(null);
  const bring = useBringEntries();
  const wordsOf = useBroughtWords();
  const take = (file: File | undefined) => {
    if (file === undefined || bring.isPending) return;
    bring.mutate(file, {
      onSuccess: (brought) => showToast({ tone: 'good', ...wordsOf(brought) }),
      onError: (thrown) =>
        showToast({
          tone: 'bad',
          title: t('fileBringFailed'),
          ...(isApiFailure(thrown) ? { description: thrown.message } : {}),
        }),
    });
  };
  return (
    <>
      <Button icon={FileUp} className="w-full" busy={bring.isPending} onClick={() => input.current?.click()}>
        {t('fileBring')}
      </Button>
      <input
        ref={input}
        type="file"
        accept=".sukli-entries"
        aria-label={t('fileBring')}
        className="sr-only"
        tabIndex={-1}
        onChange={(event) => {
          take(event.target.files?.[0]);
          event.target.value = '';
        }}
      />
    </>
  );
}

function useBroughtWords() {
  const t = syncTexts.useText();
  const { number } = useFormats();
  const told = (count: number) => ({ count, number: number(count) });
  return ({ imported, forReview }: SyncImported) => ({
    title: imported === 0 ? t('fileBroughtNothing') : t('fileBrought', told(imported)),
    ...(forReview === 0 ? {} : { description: t('fileBroughtReview', told(forReview)) }),
  });
}
