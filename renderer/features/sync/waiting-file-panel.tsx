import { FileDown } from 'lucide-react';
import { useMutation } from '@tanstack/react-query';
import { isApiFailure } from '../../api/api-failure.ts';
import { fetchWaitingEntries } from '../../api/sync.ts';
import { Button } from '../../ui/button.tsx';
import { Panel } from '../../ui/card.tsx';
import { saveFile } from '../../ui/save-file.ts';
import { showToast } from '../../ui/toast.tsx';
import { BringFileButton } from './bring-file-button.tsx';
import { syncTexts } from './texts.ts';

/** The way out for what waits when no network comes: one file, which another till brings in. */
export function WaitingFilePanel({ waiting }: { waiting: number }) {
  const t = syncTexts.useText();
  const save = useMutation({
    mutationFn: fetchWaitingEntries,
    onSuccess: (file) => {
      saveFile(file, file.name);
      showToast({ tone: 'good', title: t('fileSaved') });
    },
    onError: (thrown) =>
      showToast({
        tone: 'bad',
        title: t('fileFailed'),
        ...(isApiFailure(thrown) ? { description: thrown.message } : {}),
      }),
  });
  return (
    <Panel title={t('file')}>
      <p className="text-ink-muted">{t('fileWhat')}</p>
      <div className="mt-3 flex flex-col gap-2">
        <Button
          icon={FileDown}
          className="w-full"
          disabled={waiting === 0}
          busy={save.isPending}
          onClick={() => save.mutate()}
        >
          {t(waiting === 0 ? 'fileNothing' : 'fileSave')}
        </Button>
        <BringFileButton />
      </div>
    </Panel>
  );
}
