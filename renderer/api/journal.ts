import { useMutation } from '@tanstack/react-query';
import type { z } from 'zod';
import type { journalPage, VerifyAnswer } from '../../shared/api/reports.ts';
import { request } from './client.ts';

export type JournalPage = z.infer<typeof journalPage>;
export type JournalFilter = { kind?: string; search?: string; from?: string; to?: string };
export const journalKey = ['journal'] as const;

export const fetchJournalPage = (
  filter: JournalFilter,
  offset: number,
  limit: number,
  signal?: AbortSignal,
): Promise<JournalPage> => request('/journal', { query: { ...filter, offset, limit }, signal });

/** Reads the whole journal again and compares the books with it. */
export function useVerifyJournal() {
  return useMutation({ mutationFn: () => request<VerifyAnswer>('/journal/verify', { method: 'POST' }) });
}
