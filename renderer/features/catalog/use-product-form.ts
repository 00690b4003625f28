import { useState } from 'react';
import type { Product } from '../../../shared/api/catalog.ts';
import { isApiFailure } from '../../api/api-failure.ts';
import { useChangeProduct, useCreateProduct } from '../../api/products.ts';
import { showToast } from '../../ui/toast.tsx';
import { changeOf, createOf, problemsOf, type DraftProblem, type ProductDraft } from './product-draft.ts';
import { catalogTexts } from './texts.ts';

/** Another product that has the code already. */
export type CodeHolder = { id: string; name: string; archived: boolean };

export type ProductForm = {
  draft: ProductDraft;
  change: (change: Partial<ProductDraft>) => void;
  /** What is wrong with a field, in words. */
  errorOf: (field: string) => string | undefined;
  holder: CodeHolder | null;
  /** A failure that is about no field that is shown. */
  failure: unknown;
  isSaving: boolean;
  save: () => void;
  setArchived: (archived: boolean) => void;
};

const shownFields = [
  'name',
  'sku',
  'barcodes',
  'categoryId',
  'priceMinor',
  'taxClassId',
  'lowStockMilli',
  'favouritePosition',
  'onHandMilli',
  'pointsMultiplierPpm',
];

function holderOf(failure: unknown): CodeHolder | null {
  if (!isApiFailure(failure, 'sku-taken', 'barcode-taken')) return null;
  const { productId, name, archived } = failure.details;
  if (typeof productId !== 'string' || typeof name !== 'string') return null;
  return { id: productId, name, archived: archived === true };
}

/** The product as it is being written, and how it is sent. */
export function useProductForm({
  product,
  opened,
  onSaved,
}: {
  product: Product | null;
  opened: ProductDraft;
  onSaved: (saved: Product) => void;
}): ProductForm {
  const t = catalogTexts.useText();
  const [draft, setDraft] = useState(opened);
  const [problems, setProblems] = useState<readonly DraftProblem[]>([]);
  const create = useCreateProduct();
  const update = useChangeProduct();
  const failure = create.error ?? update.error;
  const isSaving = create.isPending || update.isPending;
  const failedField = isApiFailure(failure) ? failure.field?.split('.')[0] : undefined;
  const holder = holderOf(failure);

  const errorOf = (field: string): string | undefined => {
    if (field === 'name' && problems.includes('name')) return t('nameNeeded');
    if (field === 'priceMinor' && problems.includes('priceMinor')) return t('priceNeeded');
    if (field === 'pointsMultiplierPpm' && problems.includes(field)) return t('pointsTimesInvalid');
    if (failedField !== field || !isApiFailure(failure)) return undefined;
    if (holder === null) return failure.message;
    const code = field === 'barcodes' ? (draft.barcodes[Number(failure.field?.split('.')[1])] ?? '') : '';
    const words = t(holder.archived ? 'heldByArchived' : 'heldBy', { name: holder.name });
    return code === '' ? words : `${code}: ${words}`;
  };
  const forget = () => {
    create.reset();
    update.reset();
  };

  return {
    draft,
    errorOf,
    holder,
    failure: failedField !== undefined && shownFields.includes(failedField) ? null : failure,
    isSaving,
    change: (change) => {
      setDraft((now) => ({ ...now, ...change }));
      setProblems((now) => now.filter((problem) => !(problem in change)));
      if (failure !== null) forget();
    },
    save: () => {
      if (isSaving) return;
      const found = problemsOf(draft);
      setProblems(found);
      if (found.length > 0) return;
      forget();
      const done = (saved: Product) => {
        showToast({
          tone: 'good',
          title: t(product === null ? 'addedDone' : 'savedDone', { name: saved.name }),
        });
        onSaved(saved);
      };
      if (product === null) create.mutate(createOf(draft), { onSuccess: done });
      else update.mutate({ id: product.id, change: changeOf(draft, opened) }, { onSuccess: done });
    },
    setArchived: (archived) => {
      if (product !== null && !isSaving) update.mutate({ id: product.id, change: { archived } });
    },
  };
}
