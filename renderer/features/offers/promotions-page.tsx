import { useDeferredValue, useState } from 'react';
import { useNavigate } from 'react-router';
import type { PromotionRow } from '../../../shared/api/offers.ts';
import { fetchPromotionPage, promotionsKey, type PromotionPage } from '../../api/promotions.ts';
import { usePagedRows } from '../../ui/use-paged-rows.ts';
import { namedProducts } from './named-products.ts';
import { askedOf, noFilter } from './offer-filters.tsx';
import { OfferList } from './offer-list.tsx';
import { usePromotionColumns } from './promotion-columns.tsx';
import { PromotionDialog } from './promotion-dialog.tsx';
import { newPromotion } from './promotion-draft.ts';

/** Every promotion: what it gives, how it stands, how often it was used, and what it has cost. */
export function PromotionsPage() {
  const navigate = useNavigate();
  const [filter, setFilter] = useState(noFilter);
  const [isAdding, setAdding] = useState(false);
  const asked = useDeferredValue(askedOf(filter));
  const rows = usePagedRows<PromotionRow, PromotionPage>({
    queryKey: [...promotionsKey, 'list', asked],
    fetchPage: (offset, limit, signal) => fetchPromotionPage(asked, offset, limit, signal),
  });
  const open = (id: string) => void navigate(`/promotions/${id}`);
  return (
    <>
      <OfferList
        kind="promotions"
        rows={rows}
        columns={usePromotionColumns(namedProducts(rows.page?.items ?? []))}
        filter={filter}
        onFilter={setFilter}
        isCovered={isAdding}
        onAdd={() => setAdding(true)}
        onOpen={({ id }) => open(id)}
      />
      {isAdding && (
        <PromotionDialog
          promotion={null}
          opened={newPromotion}
          onClose={() => setAdding(false)}
          onSaved={({ id }) => open(id)}
        />
      )}
    </>
  );
}
