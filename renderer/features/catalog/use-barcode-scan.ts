import { useScan } from '../../app/scanner/use-scan.ts';
import { showToast } from '../../ui/toast.tsx';
import { addBarcode } from './add-barcode.ts';
import { catalogTexts } from './texts.ts';
import type { ProductForm } from './use-product-form.ts';

/** While a product is open a scan is one more barcode of it, whatever field has the focus. */
export function useBarcodeScan(form: ProductForm, enabled: boolean, onAdded: () => void): void {
  const t = catalogTexts.useText();
  useScan(
    ({ code }) => {
      const added = addBarcode(form.draft.barcodes, code);
      if (added.ok) {
        form.change({ barcodes: added.value });
        onAdded();
      } else {
        showToast({ id: 'barcode', tone: 'bad', title: t(added.failure, { code }) });
      }
    },
    { priority: 1, enabled },
  );
}
