import { useId, useMemo, type RefObject } from 'react';
import { useCategories } from '../../api/categories.ts';
import { useCart } from '../../state/cart.ts';
import { CategoryChips } from './category-chips.tsx';
import { FirstRun } from './first-run.tsx';
import { ProductTiles } from './product-tiles.tsx';
import { pressProduct } from './ring-up.ts';
import { SearchField } from './search-field.tsx';
import { optionId, SearchResults } from './search-results.tsx';
import { sellView, useSellView } from './sell-view.ts';
import { sellTexts } from './texts.ts';
import { useSearch } from './search-products.ts';
import { useSearchKeys } from './use-search-keys.ts';
import { useShelf } from './use-shelf.ts';

/** Left: search, shelves, tiles or what was found. */
export function ProductColumn({ inputRef }: { inputRef: RefObject<HTMLInputElement | null> }) {
  const t = sellTexts.useText();
  const typed = useSellView((view) => view.typed);
  const { data: categories } = useCategories();
  const { shelf, rows, isCatalogueEmpty } = useShelf();
  const inCart = useInCart();
  const search = useSearch();
  const listId = useId();
  const { activeIndex, onKeyDown } = useSearchKeys(typed, search);
  // The shelf stays until the first rows are there: nothing flickers in between.
  const isSearching = search.items.length > 0 || search.isFresh || search.isFailed;

  return (
    <section
      aria-label={t('products')}
      className="flex min-h-0 min-w-0 flex-col gap-2.5 contain-layout contain-size contain-style [grid-area:products]"
    >
      <SearchField
        inputRef={inputRef}
        value={typed}
        onType={sellView.type}
        onKeyDown={onKeyDown}
        onCamera={() => sellView.open('camera')}
        listId={isSearching ? listId : undefined}
        activeId={isSearching && search.items.length > 0 ? optionId(listId, activeIndex) : undefined}
      />
      {isSearching ? (
        <SearchResults
          id={listId}
          search={search}
          activeIndex={activeIndex}
          inCart={inCart}
          onPress={pressProduct}
        />
      ) : isCatalogueEmpty ? (
        <FirstRun />
      ) : (
        <>
          <CategoryChips categories={categories ?? []} shelf={shelf} onChoose={sellView.choose} />
          <ProductTiles rows={rows} inCart={inCart} onPress={pressProduct} />
        </>
      )}
    </section>
  );
}

/** How much of each product is in the cart. */
function useInCart(): ReadonlyMap<string, number> {
  const lines = useCart((state) => state.draft.lines);
  return useMemo(() => {
    const inCart = new Map<string, number>();
    for (const { product, quantityMilli } of lines)
      inCart.set(product.id, (inCart.get(product.id) ?? 0) + quantityMilli);
    return inCart;
  }, [lines]);
}
