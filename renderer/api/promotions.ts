import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { z } from 'zod';
import type {
  Promotion,
  PromotionChange,
  PromotionCreate,
  promotionPage,
  PromotionPreview,
  PromotionPreviewed,
  promotionQuery,
  PromotionRedemption,
  PromotionUse,
} from '../../shared/api/offers.ts';
import { request, requestBlob } from './client.ts';

export type PromotionPage = z.infer<typeof promotionPage>;
export type OfferFilter = Pick<z.input<typeof promotionQuery>, 'search' | 'state'>;
export const promotionsKey = ['promotions'] as const;

export const fetchPromotionPage = (
  filter: OfferFilter,
  offset: number,
  limit: number,
  signal?: AbortSignal,
): Promise<PromotionPage> => request('/promotions', { query: { ...filter, offset, limit }, signal });

export function usePromotion(id: string | null) {
  return useQuery({
    queryKey: [...promotionsKey, 'one', id],
    queryFn: ({ signal }) => request<Promotion>(`/promotions/${id}`, { signal }),
    enabled: id !== null,
  });
}

/** What it has cost and brought, day by day, and its newest uses. */
export function usePromotionUse(id: string) {
  return useQuery({
    queryKey: [...promotionsKey, 'use', id],
    queryFn: ({ signal }) => request<PromotionUse>(`/promotions/${id}/use`, { signal }),
  });
}

export type RedemptionPage = { items: PromotionRedemption[]; total: number; offset: number };

export const fetchRedemptions = (
  id: string,
  offset: number,
  limit: number,
  signal?: AbortSignal,
): Promise<RedemptionPage> => request(`/promotions/${id}/redemptions`, { query: { offset, limit }, signal });

/** Its QR code as an SVG picture. */
export function usePromotionQr(id: string) {
  return useQuery({
    queryKey: [...promotionsKey, 'qr', id],
    queryFn: ({ signal }) => requestBlob(`/promotions/${id}/qr.svg`, { signal }),
    staleTime: Infinity,
  });
}

export const fetchPromotionSheet = (id: string): Promise<Blob> => requestBlob(`/promotions/${id}/sheet.pdf`);

/** A cart priced with the promotion as it is being written; null while there is nothing to try. */
export function usePromotionPreview(body: PromotionPreview | null) {
  return useQuery({
    queryKey: [...promotionsKey, 'preview', body],
    queryFn: ({ signal }) =>
      request<PromotionPreviewed>('/promotions/preview', { method: 'POST', body, signal }),
    placeholderData: keepPreviousData,
    enabled: body !== null,
    gcTime: 10_000,
  });
}

function usePromotionMutation<Input>(send: (input: Input) => Promise<Promotion>) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: send,
    onSuccess: (promotion) => {
      client.setQueryData([...promotionsKey, 'one', promotion.id], promotion);
      for (const key of ['promotions', 'offers', 'lookup'])
        void client.invalidateQueries({ queryKey: [key] });
    },
  });
}

/** Give the promotion's id (made by `newId`), so that a retry does not make a second one. */
export const useCreatePromotion = () =>
  usePromotionMutation((body: PromotionCreate) =>
    request<Promotion>('/promotions', { method: 'POST', body }),
  );

export const useChangePromotion = () =>
  usePromotionMutation(({ id, change }: { id: string; change: PromotionChange }) =>
    request<Promotion>(`/promotions/${id}`, { method: 'PATCH', body: change }),
  );
