import { FileUp, PackageOpen, PackagePlus } from 'lucide-react';
import { useNavigate } from 'react-router';
import { useMay } from '../../state/session.ts';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { catalogTexts } from './texts.ts';

export type ProductsEmptyProps = {
  search: string;
  isFiltered: boolean;
  onAdd: () => void;
  onShowAll: () => void;
};

/** Why there is nothing in the list, and what to do about it. */
export function ProductsEmpty({ search, isFiltered, onAdd, onShowAll }: ProductsEmptyProps) {
  const t = catalogTexts.useText();
  const navigate = useNavigate();
  const mayEdit = useMay('products.edit');
  const mayImport = useMay('products.import');
  if (isFiltered) {
    return (
      <EmptyState
        icon={PackageOpen}
        title={t('nothingTitle')}
        description={search === '' ? t('nothingFilter') : t('nothingSearch', { search })}
        action={<Button onClick={onShowAll}>{t('showAll')}</Button>}
      />
    );
  }
  return (
    <EmptyState
      icon={PackageOpen}
      title={t('emptyTitle')}
      description={t(mayEdit ? 'emptyWhat' : 'emptyWhatStaff')}
      action={
        <span className="flex flex-wrap justify-center gap-2">
          {mayImport && (
            <Button icon={FileUp} onClick={() => void navigate('/products/import')}>
              {t('import')}
            </Button>
          )}
          {mayEdit && (
            <Button variant="primary" icon={PackagePlus} onClick={onAdd}>
              {t('add')}
            </Button>
          )}
        </span>
      }
    />
  );
}
