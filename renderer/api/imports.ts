import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { ProductImport } from '../../shared/api/catalog.ts';
import { request } from './client.ts';

export const importsKey = ['product-imports'] as const;

const isRunning = (state: ProductImport['state'] | undefined) => state === 'checking' || state === 'applying';

/** The latest imports, newest first. */
export function useProductImports() {
  return useQuery({
    queryKey: importsKey,
    queryFn: async ({ signal }) =>
      (await request<{ items: ProductImport[] }>('/product-imports', { signal })).items,
  });
}

/** One import; asked again four times a second while it runs. */
export function useProductImport(id: string | null) {
  return useQuery({
    queryKey: [...importsKey, id],
    queryFn: ({ signal }) => request<ProductImport>(`/product-imports/${id}`, { signal }),
    enabled: id !== null,
    refetchInterval: (query) => (isRunning(query.state.data?.state) ? 250 : false),
  });
}

function useImportMutation<Input>(send: (input: Input) => Promise<ProductImport>) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: send,
    onSuccess: (productImport) => {
      client.setQueryData([...importsKey, productImport.id], productImport);
      void client.invalidateQueries({ queryKey: importsKey });
    },
  });
}

/** Sends the file and starts the dry run; nothing is changed by it. */
export const useStartProductImport = () =>
  useImportMutation((file: File) =>
    request<ProductImport>('/product-imports', {
      method: 'POST',
      query: { fileName: file.name },
      file: new Blob([file], { type: 'text/csv' }),
    }),
  );

export const useApplyProductImport = () =>
  useImportMutation((id: string) =>
    request<ProductImport>(`/product-imports/${id}/apply`, { method: 'POST' }),
  );

export function useCancelProductImport() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (id: string) => request<void>(`/product-imports/${id}`, { method: 'DELETE' }),
    onSettled: () => client.invalidateQueries({ queryKey: importsKey }),
  });
}
