import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { z } from 'zod';
import type { Category, categoryCreate } from '../../shared/api/catalog.ts';
import { request } from './client.ts';

export type CategoryCreate = z.input<typeof categoryCreate>;
export const categoriesKey = ['categories'] as const;

/** All categories, in their order. */
export function useCategories() {
  return useQuery({
    queryKey: categoriesKey,
    queryFn: async ({ signal }) => (await request<{ items: Category[] }>('/categories', { signal })).items,
    staleTime: 30_000,
  });
}

function useCategoryMutation<Input>(send: (input: Input) => Promise<Category>) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: send,
    onSuccess: () => {
      void client.invalidateQueries({ queryKey: categoriesKey });
      void client.invalidateQueries({ queryKey: ['products'] });
    },
  });
}

export const useCreateCategory = () =>
  useCategoryMutation((body: CategoryCreate) => request<Category>('/categories', { method: 'POST', body }));
