import { Plus } from 'lucide-react';
import { useState } from 'react';
import { useStores, useSyncStatus } from '../../api/sync.ts';
import { FailureNotice } from '../../app/failure-notice.tsx';
import { useMay } from '../../state/session.ts';
import { Button } from '../../ui/button.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { usePageKeys } from '../../ui/use-page-keys.ts';
import { AddTillDialog } from './add-till-dialog.tsx';
import { StorePanel } from './store-panel.tsx';
import { SyncFrame } from './sync-frame.tsx';
import { tillsTexts } from './tills-texts.ts';

/** The shops of the business and their tills: when each was heard of last, a code for one more, and the way off. */
export function TillsPage() {
  const t = tillsTexts.useText();
  const { data: status } = useSyncStatus();
  const { data: stores, error, refetch } = useStores();
  const mayManage = useMay('sync.manage');
  const [isAdding, setAdding] = useState(false);
  const mayAdd = mayManage && stores !== undefined;
  usePageKeys({ n: () => mayAdd && setAdding(true) });
  return (
    <SyncFrame
      status={status}
      actions={
        mayAdd && (
          <Button variant="primary" icon={Plus} keyLabel="N" onClick={() => setAdding(true)}>
            {t('add')}
          </Button>
        )
      }
    >
      {error !== null && (
        <FailureNotice
          failure={error}
          kept={t('unreached')}
          onRetry={() => void refetch()}
          className="mb-4"
        />
      )}
      {stores === undefined ? (
        error === null && <Skeleton className="h-72 rounded-card" />
      ) : (
        <div className="flex flex-col gap-4">
          {[...stores]
            .sort((one, other) => Number(other.isOwn) - Number(one.isOwn))
            .map((store) => (
              <StorePanel key={store.id} store={store} />
            ))}
        </div>
      )}
      {isAdding && stores && <AddTillDialog stores={stores} onClose={() => setAdding(false)} />}
    </SyncFrame>
  );
}
