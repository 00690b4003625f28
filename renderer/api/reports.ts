import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { DayReport } from '../../shared/api/reports.ts';
import { request } from './client.ts';

/** The day's figures; today's by the shop's business date when no date is given. */
export function useDayReport(date: string | null) {
  return useQuery({
    queryKey: ['reports', 'day', date],
    queryFn: ({ signal }) => request<DayReport>('/reports/day', { query: { date }, signal }),
    placeholderData: keepPreviousData,
  });
}
