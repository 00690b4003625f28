import { CloudDownload, PackagePlus } from 'lucide-react';
import { useNavigate } from 'react-router';
import { useSyncStatus } from '../../api/sync.ts';
import { useMay } from '../../state/session.ts';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { sellTexts } from './texts.ts';

/** A till without products: they come from the shop that it has joined, or it is said where from. */
export function FirstRun() {
  const { data: status } = useSyncStatus({ enabled: useMay('sync.view') });
  const isArriving = status?.joined != null && (status.arriving !== null || status.behind !== 0);
  return isArriving ? <Arriving /> : <NoProducts />;
}

/** Nothing to import here meanwhile: it would all be there twice. */
function Arriving() {
  const t = sellTexts.useText();
  const navigate = useNavigate();
  return (
    <EmptyState
      icon={CloudDownload}
      title={t('arrivingTitle')}
      description={t('arrivingWhat')}
      action={
        <Button size="large" onClick={() => void navigate('/sync')}>
          {t('arrivingLook')}
        </Button>
      }
    />
  );
}

function NoProducts() {
  const t = sellTexts.useText();
  const navigate = useNavigate();
  const mayImport = useMay('products.import');
  const mayAdd = useMay('products.edit');
  return (
    <EmptyState
      icon={PackagePlus}
      title={t('noProductsTitle')}
      description={t(mayImport ? 'noProductsImport' : 'noProductsStaff')}
      action={
        (mayImport || mayAdd) && (
          <div className="flex flex-wrap justify-center gap-2">
            {mayImport && (
              <Button variant="primary" size="large" onClick={() => void navigate('/products/import')}>
                {t('importProducts')}
              </Button>
            )}
            {mayAdd && (
              <Button size="large" onClick={() => void navigate('/products?add=')}>
                {t('addProduct')}
              </Button>
            )}
          </div>
        )
      }
    />
  );
}
