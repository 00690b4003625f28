import { PackagePlus } from 'lucide-react';
import { useNavigate } from 'react-router';
import { useMay } from '../../state/session.ts';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { sellTexts } from './texts.ts';

/** A shop without products: where they come from. */
export function FirstRun() {
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
