import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { z } from 'zod';
import type { Account, AccountChange, AccountCreate, accountPage } from '../../shared/api/people.ts';
import type { Role } from '../../shared/domain/permissions.ts';
import { request } from './client.ts';

export type AccountPage = z.infer<typeof accountPage>;
export type AccountFilter = { search?: string; role?: Role };
export const accountsKey = ['accounts'] as const;

export const fetchAccountPage = (
  filter: AccountFilter,
  offset: number,
  limit: number,
  signal?: AbortSignal,
): Promise<AccountPage> => request('/accounts', { query: { ...filter, offset, limit }, signal });

export function useAccountPage(filter: AccountFilter, { offset = 0, limit = 50 } = {}) {
  return useQuery({
    queryKey: [...accountsKey, 'page', filter, offset, limit],
    queryFn: ({ signal }) => fetchAccountPage(filter, offset, limit, signal),
    placeholderData: keepPreviousData,
  });
}

function useAccountMutation<Input>(send: (input: Input) => Promise<Account>) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: send,
    onSuccess: () => {
      void client.invalidateQueries({ queryKey: accountsKey });
      void client.invalidateQueries({ queryKey: ['reviews'] });
    },
  });
}

export const useCreateAccount = () =>
  useAccountMutation((body: AccountCreate) => request<Account>('/accounts', { method: 'POST', body }));

export const useChangeAccount = () =>
  useAccountMutation(({ id, change }: { id: string; change: AccountChange }) =>
    request<Account>(`/accounts/${id}`, { method: 'PATCH', body: change }),
  );

export const useEndSessions = () =>
  useAccountMutation((id: string) => request<Account>(`/accounts/${id}/end-sessions`, { method: 'POST' }));
