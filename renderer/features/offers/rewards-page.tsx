import { useDeferredValue, useState } from 'react';
import { useNavigate } from 'react-router';
import type { RewardRow } from '../../../shared/api/offers.ts';
import { fetchRewardPage, rewardsKey, type RewardPage } from '../../api/rewards.ts';
import { usePagedRows } from '../../ui/use-paged-rows.ts';
import { namedProducts } from './named-products.ts';
import { askedOf, noFilter } from './offer-filters.tsx';
import { OfferList } from './offer-list.tsx';
import { useRewardColumns } from './reward-columns.tsx';
import { RewardDialog } from './reward-dialog.tsx';
import { newReward } from './reward-draft.ts';

/** Every reward: what it costs in points, what it gives, what is left, and what it has cost the shop. */
export function RewardsPage() {
  const navigate = useNavigate();
  const [filter, setFilter] = useState(noFilter);
  const [isAdding, setAdding] = useState(false);
  const asked = useDeferredValue(askedOf(filter));
  const rows = usePagedRows<RewardRow, RewardPage>({
    queryKey: [...rewardsKey, 'list', asked],
    fetchPage: (offset, limit, signal) => fetchRewardPage(asked, offset, limit, signal),
  });
  const open = (id: string) => void navigate(`/rewards/${id}`);
  return (
    <>
      <OfferList
        kind="rewards"
        rows={rows}
        columns={useRewardColumns(namedProducts(rows.page?.items ?? []))}
        filter={filter}
        onFilter={setFilter}
        isCovered={isAdding}
        onAdd={() => setAdding(true)}
        onOpen={({ id }) => open(id)}
      />
      {isAdding && (
        <RewardDialog
          reward={null}
          opened={newReward}
          onClose={() => setAdding(false)}
          onSaved={({ id }) => open(id)}
        />
      )}
    </>
  );
}
