import type { Result } from '../../shared/domain/result.ts';

export type BootPlan = {
  /** Names of the phases that are up, in the order of their start. */
  readonly up: readonly string[];
  /**
   * Starts one named phase. Where it fails or throws, every phase before it is stopped again, in the opposite order,
   * before the failure comes back.
   */
  phase<T, F>(
    name: string,
    start: () => Promise<Result<T, F>> | Result<T, F>,
    stop?: (value: T) => Promise<void> | void,
  ): Promise<Result<T, F>>;
  /** A phase that cannot fail: takes what is open already, and its end, into the list. */
  opened<T>(name: string, value: T, stop: (value: T) => Promise<void> | void): T;
  /** Stops all phases in the opposite order, once, however often it is called. One that fails does not keep the others. */
  stop(): Promise<void>;
};

/** A start as an ordered list of named phases, each with what ends it. */
export function createBootPlan(): BootPlan {
  const up: string[] = [];
  const stops: Array<() => Promise<void> | void> = [];
  let stopping: Promise<void> | undefined;
  const stopAll = async () => {
    const faults: unknown[] = [];
    for (const stop of stops.toReversed()) {
      try {
        await stop();
      } catch (error) {
        faults.push(error);
      }
    }
    if (faults.length > 0) throw new AggregateError(faults, 'Not everything stopped as it should.');
  };
  const plan: BootPlan = {
    up,
    async phase(name, start, stop) {
      try {
        const outcome = await start();
        if (outcome.ok) {
          up.push(name);
          if (stop !== undefined) stops.push(() => stop(outcome.value));
        } else {
          await plan.stop();
        }
        return outcome;
      } catch (error) {
        await plan.stop();
        throw error;
      }
    },
    opened(name, value, stop) {
      up.push(name);
      stops.push(() => stop(value));
      return value;
    },
    stop: () => (stopping ??= stopAll()),
  };
  return plan;
}
