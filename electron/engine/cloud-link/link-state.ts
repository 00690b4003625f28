import { perContext } from '../per-context.ts';

/** What is known of the way to the cloud for as long as the engine runs. */
export type LinkState = {
  /** How far the cloud's clock is ahead of this till's, in milliseconds; null before it was told. */
  clockOffset: number | null;
  /** Whether the last request had no answer. */
  isAway: boolean;
  /** Ends every request that is under way when the engine closes. */
  closing: AbortController;
};

export const linkStateOf = perContext((): LinkState => ({
  clockOffset: null,
  isAway: false,
  closing: new AbortController(),
}));
