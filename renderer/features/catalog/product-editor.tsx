import type { RefObject } from 'react';
import type { Product } from '../../../shared/api/catalog.ts';
import { FailureNotice } from '../../app/failure-notice.tsx';
import { useMay } from '../../state/session.ts';
import { Button } from '../../ui/button.tsx';
import { ErrorNotice } from '../../ui/error-notice.tsx';
import { Tabs } from '../../ui/tabs.tsx';
import { ProductFields } from './product-fields.tsx';
import { StockPanel } from './stock-panel.tsx';
import { catalogTexts } from './texts.ts';
import { useBarcodeScan } from './use-barcode-scan.ts';
import type { ProductForm } from './use-product-form.ts';

export type ProductTab = 'details' | 'stock';

export type ProductEditorProps = {
  product: Product | null;
  form: ProductForm;
  tab: ProductTab;
  onTab: (tab: ProductTab) => void;
  nameField: RefObject<HTMLInputElement | null>;
  onOpenOther: (id: string) => void;
};

/** The inside of a product's dialog. Scans while it is open are its barcodes. */
export function ProductEditor({ product, form, tab, onTab, nameField, onOpenOther }: ProductEditorProps) {
  const t = catalogTexts.useText();
  const mayEdit = useMay('products.edit');
  useBarcodeScan(form, mayEdit, () => onTab('details'));
  const details = (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        form.save();
      }}
      className="flex flex-col gap-4"
    >
      {!mayEdit && <p className="rounded-card bg-sunken px-4 py-3 text-ink-muted">{t('readOnly')}</p>}
      {product?.archived === true && (
        <ErrorNotice tone="warn" title={t('archived')} kept={t('archivedNotice')} />
      )}
      {Boolean(form.failure) && <FailureNotice failure={form.failure} />}
      <fieldset disabled={!mayEdit || form.isSaving} className="contents">
        <ProductFields form={form} nameField={nameField} isNew={product === null} mayEdit={mayEdit} />
      </fieldset>
      {form.holder !== null && (
        <Button className="self-start" onClick={() => form.holder !== null && onOpenOther(form.holder.id)}>
          {t('openHolder')}
        </Button>
      )}
      {/* Enter in any field saves. */}
      <button type="submit" hidden tabIndex={-1} aria-label={t('details')} />
    </form>
  );
  if (product === null) return details;
  return (
    <Tabs
      label={product.name}
      value={tab}
      onValueChange={onTab}
      tabs={[
        { value: 'details', label: t('details'), content: details },
        { value: 'stock', label: t('stock'), content: <StockPanel product={product} /> },
      ]}
    />
  );
}
