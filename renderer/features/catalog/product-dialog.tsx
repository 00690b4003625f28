import { useRef, useState } from 'react';
import type { Product } from '../../../shared/api/catalog.ts';
import { useProduct } from '../../api/products.ts';
import { useSettings } from '../../api/settings.ts';
import { FailureNotice } from '../../app/failure-notice.tsx';
import { useCommonText } from '../../app/i18n.ts';
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { draftOf, isChanged, newDraft } from './product-draft.ts';
import { ProductEditor, type ProductTab } from './product-editor.tsx';
import { catalogTexts } from './texts.ts';
import { ProductFooter } from './product-footer.tsx';
import type { ShownProduct } from './use-open-product.ts';
import { useProductForm } from './use-product-form.ts';

export type ProductDialogProps = {
  shown: Exclude<ShownProduct, { kind: 'none' }>;
  onClose: () => void;
  onOpenOther: (id: string) => void;
};

/** One product: its details and its stock, or a new one. */
export function ProductDialog({ shown, onClose, onOpenOther }: ProductDialogProps) {
  const t = catalogTexts.useText();
  const common = useCommonText();
  const { data: settings, error: settingsFailure } = useSettings();
  const { data: product, error } = useProduct(shown.kind === 'product' ? shown.id : null);
  const failure = error ?? settingsFailure;
  const isReady = settings !== undefined && (shown.kind === 'new' || product !== undefined);
  if (isReady) {
    return (
      <ReadyDialog
        product={product ?? null}
        barcode={shown.kind === 'new' ? shown.barcode : ''}
        taxClassId={settings.tax.defaultClassId}
        onClose={onClose}
        onOpenOther={onOpenOther}
      />
    );
  }
  return (
    <Dialog
      open
      onOpenChange={onClose}
      size="large"
      title={shown.kind === 'new' ? t('dialogAdd') : t('title')}
      closeLabel={common('close')}
    >
      {failure ? <FailureNotice failure={failure} /> : <Skeleton className="h-96 w-full" />}
    </Dialog>
  );
}

type ReadyDialogProps = {
  product: Product | null;
  barcode: string;
  taxClassId: string;
  onClose: () => void;
  onOpenOther: (id: string) => void;
};

function ReadyDialog({ product, barcode, taxClassId, onClose, onOpenOther }: ReadyDialogProps) {
  const t = catalogTexts.useText();
  const common = useCommonText();
  // What was opened, not what it has become since: a stock movement must not overwrite what is being written.
  const [opened, setOpened] = useState(() =>
    product === null ? newDraft(taxClassId, barcode) : draftOf(product),
  );
  const [pristine] = useState(() => newDraft(taxClassId, ''));
  const [tab, setTab] = useState<ProductTab>('details');
  const nameField = useRef<HTMLInputElement>(null);
  const [leaving, setLeaving] = useState<(() => void) | null>(null);
  const form = useProductForm({
    product,
    opened,
    onSaved: (saved) => {
      setOpened(draftOf(saved));
      onClose();
    },
  });
  const isDirty = isChanged(form.draft, product === null ? pristine : opened);
  const leave = (then: () => void) => (isDirty ? setLeaving(() => then) : then());
  return (
    <>
      <Dialog
        open
        onOpenChange={() => leave(onClose)}
        dismissible={!form.isSaving}
        size="large"
        title={product === null ? t('dialogAdd') : product.name}
        closeLabel={common('close')}
        initialFocus={nameField}
        footer={
          <ProductFooter
            product={product}
            form={form}
            isDirty={isDirty}
            onClose={() => leave(onClose)}
            onSave={() => {
              setTab('details');
              form.save();
            }}
          />
        }
      >
        <ProductEditor
          product={product}
          form={form}
          tab={tab}
          onTab={setTab}
          nameField={nameField}
          onOpenOther={(id) => leave(() => onOpenOther(id))}
        />
      </Dialog>
      <ConfirmDialog
        open={leaving !== null}
        onOpenChange={(open) => !open && setLeaving(null)}
        title={t('unsavedTitle')}
        description={t('unsavedWhat')}
        cancelLabel={t('unsavedStay')}
        confirmLabel={t('unsavedLeave')}
        closeLabel={common('close')}
        danger
        onConfirm={() => {
          setLeaving(null);
          leaving?.();
        }}
      />
    </>
  );
}
