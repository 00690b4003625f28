import { useCategories } from '../../api/categories.ts';
import { useProductsById } from '../../api/products.ts';
import { ChipGroup } from '../../ui/chip-group.tsx';
import { SegmentedControl } from '../../ui/segmented-control.tsx';
import { ChosenThings, mostShown } from './chosen-things.tsx';
import { PickProduct } from './pick-product.tsx';
import type { PromotionDraft, ScopeKind } from './promotion-draft.ts';
import { offersTexts } from './texts.ts';
import type { OfferForm } from './use-offer-form.ts';

const kinds: readonly ScopeKind[] = ['all', 'products', 'categories'];

/** Which products a promotion looks at. */
export function ScopeFields({ form }: { form: OfferForm<PromotionDraft> }) {
  const t = offersTexts.useText();
  const { draft, change } = form;
  return (
    <>
      <SegmentedControl
        label={t('scope')}
        hideLabel
        value={draft.scopeKind}
        onValueChange={(scopeKind) => change({ scopeKind })}
        choices={kinds.map((kind) => ({ value: kind, label: t(`scope-${kind}`) }))}
      />
      {draft.scopeKind === 'products' && <Products form={form} />}
      {draft.scopeKind === 'categories' && <Categories form={form} />}
    </>
  );
}

function Products({ form: { draft, change, errorOf } }: { form: OfferForm<PromotionDraft> }) {
  const t = offersTexts.useText();
  const { productIds } = draft;
  const products = useProductsById(productIds.slice(0, mostShown));
  return (
    <>
      <PickProduct
        label={t('productSearch')}
        without={productIds}
        error={errorOf('productIds')}
        onPick={(id) => change({ productIds: [...productIds, id] })}
      />
      <ChosenThings
        label={t('chosenProducts')}
        ids={productIds}
        nameOf={(id) => products.get(id)?.name}
        onChange={(ids) => change({ productIds: ids })}
      />
    </>
  );
}

function Categories({ form: { draft, change, errorOf } }: { form: OfferForm<PromotionDraft> }) {
  const t = offersTexts.useText();
  const { data: categories } = useCategories();
  if (categories?.length === 0) return <p className="text-ink-muted">{t('noCategories')}</p>;
  return (
    <ChipGroup
      label={t('categoriesLabel')}
      hideLabel
      choices={(categories ?? []).map(({ id, name }) => ({ value: id, label: name }))}
      chosen={draft.categoryIds}
      error={errorOf('categoryIds')}
      onChange={(categoryIds) => change({ categoryIds })}
    />
  );
}
