import { ArrowLeft } from 'lucide-react';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { useProductImport, useProductImports } from '../../api/imports.ts';
import { FailureNotice } from '../../app/failure-notice.tsx';
import { useScanOpens } from '../../app/use-scan-opens.ts';
import { IconButton } from '../../ui/icon-button.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { ImportChoose } from './import-choose.tsx';
import { ImportState } from './import-state.tsx';
import { importTexts } from './import-texts.ts';

/** Takes a catalogue in from a CSV file: checked as a whole, then imported as a whole or not at all. */
export function ImportPage() {
  const t = importTexts.useText();
  const navigate = useNavigate();
  useScanOpens();
  const { data: imports, error, refetch } = useProductImports();
  const [chosenId, setChosenId] = useState<string | null>(null);
  // What is still open is shown to whoever comes back, whichever page it was started from.
  const open = imports?.find(
    ({ state }) => state === 'checking' || state === 'applying' || state === 'ready',
  );
  // Held on to, so that what came out of it stays in view when it is no longer open.
  if (chosenId === null && open !== undefined) setChosenId(open.id);
  const shownId = chosenId ?? open?.id ?? null;
  const { data: shown } = useProductImport(shownId);
  return (
    <div className="flex h-full min-h-96 flex-col">
      <PageHeader
        title={t('title')}
        description={t('intro')}
        back={
          <IconButton
            variant="outlined"
            icon={ArrowLeft}
            label={t('back')}
            onClick={() => void navigate('/products')}
          />
        }
      />
      {error && <FailureNotice className="mb-4" failure={error} onRetry={() => void refetch()} />}
      {shown !== undefined && shownId !== null ? (
        <ImportState
          key={shown.id}
          productImport={shown}
          onAnother={() => setChosenId(null)}
          onShow={setChosenId}
        />
      ) : (
        <ImportChoose earlier={imports ?? []} onStarted={({ id }) => setChosenId(id)} onShow={setChosenId} />
      )}
    </div>
  );
}
