import type { z } from 'zod';
import type { ReviewRow, reviewPage } from '../../shared/api/people.ts';
import { request } from './client.ts';

export type ReviewPage = z.infer<typeof reviewPage>;
export type ReviewFilter = { search?: string; kind?: ReviewRow['kind'] };
export const reviewsKey = ['reviews'] as const;

export const fetchReviewPage = (
  filter: ReviewFilter,
  offset: number,
  limit: number,
  signal?: AbortSignal,
): Promise<ReviewPage> => request('/reviews', { query: { ...filter, offset, limit }, signal });
