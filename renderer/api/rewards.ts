import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { z } from 'zod';
import type { OfferUse, Reward, RewardChange, RewardCreate, rewardPage } from '../../shared/api/offers.ts';
import { request } from './client.ts';
import type { OfferFilter } from './promotions.ts';

export type RewardPage = z.infer<typeof rewardPage>;
export const rewardsKey = ['rewards'] as const;

export const fetchRewardPage = (
  filter: OfferFilter,
  offset: number,
  limit: number,
  signal?: AbortSignal,
): Promise<RewardPage> => request('/rewards', { query: { ...filter, offset, limit }, signal });

export function useReward(id: string | null) {
  return useQuery({
    queryKey: [...rewardsKey, 'one', id],
    queryFn: ({ signal }) => request<Reward>(`/rewards/${id}`, { signal }),
    enabled: id !== null,
  });
}

/** What it has cost and brought, day by day. */
export function useRewardUse(id: string) {
  return useQuery({
    queryKey: [...rewardsKey, 'use', id],
    queryFn: ({ signal }) => request<OfferUse>(`/rewards/${id}/use`, { signal }),
  });
}

function useRewardMutation<Input>(send: (input: Input) => Promise<Reward>) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: send,
    onSuccess: (reward) => {
      client.setQueryData([...rewardsKey, 'one', reward.id], reward);
      for (const key of ['rewards', 'offers']) void client.invalidateQueries({ queryKey: [key] });
    },
  });
}

/** Give the reward's id (made by `newId`), so that a retry does not make a second one. */
export const useCreateReward = () =>
  useRewardMutation((body: RewardCreate) => request<Reward>('/rewards', { method: 'POST', body }));

export const useChangeReward = () =>
  useRewardMutation(({ id, change }: { id: string; change: RewardChange }) =>
    request<Reward>(`/rewards/${id}`, { method: 'PATCH', body: change }),
  );
