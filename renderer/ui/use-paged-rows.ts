import { hashKey, useQueries, useQueryClient, type QueryKey } from '@tanstack/react-query';
import { useCallback, useState } from 'react';

export type RowPage<Row> = { items: Row[]; total: number };

export type PagedRowsOptions<Row, Page extends RowPage<Row> = RowPage<Row>> = {
  /** Names the list with its filter and sort; another key is another list. */
  queryKey: QueryKey;
  fetchPage: (offset: number, limit: number, signal: AbortSignal) => Promise<Page>;
  pageSize?: number;
  staleTime?: number;
};

export type PagedRows<Row, Page extends RowPage<Row> = RowPage<Row>> = {
  /** How many rows there are; undefined until the first answer. */
  total: number | undefined;
  /** The row, or undefined while its page is on the way. */
  rowAt: (index: number) => Row | undefined;
  /** Tell which rows are in view; their pages are fetched. */
  showRange: (first: number, last: number) => void;
  /** The latest page that came, for sums and the like that come with it. */
  page: Page | undefined;
  /** The rows are still those of the list before (another search is under way). */
  isOutdated: boolean;
  failure: Error | null;
  retry: () => void;
  /** Changes when this becomes another list: scroll up then. */
  listKey: string;
};

/** Rows of a list of any length, fetched by the page as they come into view; only those pages are held. */
export function usePagedRows<Row, Page extends RowPage<Row> = RowPage<Row>>({
  queryKey,
  fetchPage,
  pageSize = 100,
  staleTime = 10_000,
}: PagedRowsOptions<Row, Page>): PagedRows<Row, Page> {
  const client = useQueryClient();
  const listKey = hashKey(queryKey);
  const [view, setView] = useState({ listKey, first: 0, last: 0 });
  const [before, setBefore] = useState<{ listKey: string; page: Page } | null>(null);
  const { first, last } = view.listKey === listKey ? view : { first: 0, last: 0 };
  const keyOf = (page: number) => [...queryKey, 'rows', pageSize, page];

  const results = useQueries({
    queries: Array.from({ length: last - first + 1 }, (_, index) => ({
      queryKey: keyOf(first + index),
      queryFn: ({ signal }: { signal: AbortSignal }) =>
        fetchPage((first + index) * pageSize, pageSize, signal),
      staleTime,
      gcTime: 60_000,
    })),
  });

  const newest = results.find((result) => result.data !== undefined)?.data;
  const page = newest ?? client.getQueryData<Page>(keyOf(0));
  if (page !== undefined && before?.page !== page) setBefore({ listKey, page });
  const outdated =
    page === undefined && before !== null && before.listKey !== listKey ? before.page : undefined;

  const rowAt = (index: number): Row | undefined => {
    if (outdated !== undefined) return outdated.items[index];
    const wanted = Math.floor(index / pageSize);
    const held = results[wanted - first]?.data ?? client.getQueryData<Page>(keyOf(wanted));
    return held?.items[index - wanted * pageSize];
  };

  const showRange = useCallback(
    (firstRow: number, lastRow: number) => {
      const next = {
        listKey,
        first: Math.floor(Math.max(0, firstRow) / pageSize),
        last: Math.floor(Math.max(0, lastRow) / pageSize),
      };
      setView((now) =>
        now.listKey === next.listKey && now.first === next.first && now.last === next.last ? now : next,
      );
    },
    [listKey, pageSize],
  );

  return {
    total: (page ?? outdated)?.total,
    rowAt,
    showRange,
    page: page ?? outdated,
    isOutdated: outdated !== undefined,
    failure: results.find((result) => result.isError)?.error ?? null,
    retry: () => {
      for (const result of results) if (result.isError) void result.refetch();
    },
    listKey,
  };
}
