import type { Clock } from '../clock.ts';

/** How long a request may take: until its first byte and between any two, and in all; in milliseconds. */
export type Limits = { idle: number; total: number };
export const usualLimits: Limits = { idle: 15_000, total: 60_000 };

export type Patience = {
  /** Aborted when it took too long, or when the engine closes. */
  signal: AbortSignal;
  ranOut(): boolean;
  /** Something came. */
  touch(): void;
  end(): void;
};

export function startPatience(clock: Clock, { idle, total }: Limits, closing: AbortSignal): Patience {
  const controller = new AbortController();
  let hasRunOut = false;
  const giveUp = () => {
    hasRunOut = true;
    controller.abort();
  };
  const close = () => controller.abort();
  closing.addEventListener('abort', close);
  if (closing.aborted) close();
  const endTotal = clock.after(total, giveUp);
  let endIdle = clock.after(idle, giveUp);
  return {
    signal: controller.signal,
    ranOut: () => hasRunOut,
    touch() {
      endIdle();
      endIdle = clock.after(idle, giveUp);
    },
    end() {
      endTotal();
      endIdle();
      closing.removeEventListener('abort', close);
    },
  };
}
