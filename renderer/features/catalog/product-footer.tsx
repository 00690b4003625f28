import { Archive, ArchiveRestore } from 'lucide-react';
import type { Product } from '../../../shared/api/catalog.ts';
import { useCommonText } from '../../app/i18n.ts';
import { useMay } from '../../state/session.ts';
import { Button } from '../../ui/button.tsx';
import { catalogTexts } from './texts.ts';
import type { ProductForm } from './use-product-form.ts';

export type ProductFooterProps = {
  product: Product | null;
  form: ProductForm;
  isDirty: boolean;
  onClose: () => void;
  onSave: () => void;
};

/** What can be done with the product as a whole. */
export function ProductFooter({ product, form, isDirty, onClose, onSave }: ProductFooterProps) {
  const t = catalogTexts.useText();
  const common = useCommonText();
  const mayEdit = useMay('products.edit');
  if (!mayEdit) return <Button onClick={onClose}>{common('close')}</Button>;
  return (
    <>
      {product !== null && (
        <Button
          variant="quiet"
          className="mr-auto"
          icon={product.archived ? ArchiveRestore : Archive}
          disabled={form.isSaving}
          onClick={() => form.setArchived(!product.archived)}
        >
          {t(product.archived ? 'unarchive' : 'archive')}
        </Button>
      )}
      <Button onClick={onClose} disabled={form.isSaving}>
        {common(product !== null && !isDirty ? 'close' : 'cancel')}
      </Button>
      <Button
        variant="primary"
        keyLabel="Enter"
        busy={form.isSaving}
        disabled={product !== null && !isDirty}
        onClick={onSave}
      >
        {common(product === null ? 'add' : 'save')}
      </Button>
    </>
  );
}
