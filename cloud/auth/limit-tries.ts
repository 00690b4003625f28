import { fail, ok, type Result } from '../../shared/domain/result.ts';
import { cloudFailure, type CloudFailure } from '../../shared/sync/cloud-failures.ts';
import type { Clock } from '../clock.ts';
import type { CloudContext } from '../context.ts';

const mostTries = 10;
const window = 60_000;
const mostAddresses = 10_000;

type TryLimit = {
  /** Refused when this address was wrong too often in the last minute. */
  check(address: string): Result<void, CloudFailure>;
  noteWrong(address: string): void;
};

/** Counts wrong codes per address, in the memory of this copy. */
function limitTries(clock: Clock): TryLimit {
  const wrong = new Map<string, { since: number; tries: number }>();
  return {
    check(address) {
      const known = wrong.get(address);
      const left = known === undefined ? 0 : known.since + window - clock.now();
      if (known === undefined || known.tries < mostTries || left <= 0) return ok(undefined);
      return fail(cloudFailure('too-many-tries', { details: { retryAfterSeconds: Math.ceil(left / 1000) } }));
    },
    noteWrong(address) {
      const now = clock.now();
      const known = wrong.get(address);
      if (known !== undefined && known.since + window > now) known.tries += 1;
      else {
        if (wrong.size === mostAddresses) wrong.clear();
        wrong.set(address, { since: now, tries: 1 });
      }
    },
  };
}

const limits = new WeakMap<CloudContext, TryLimit>();

/** The counts of this copy of the cloud. */
export function triesOf(context: CloudContext): TryLimit {
  const known = limits.get(context) ?? limitTries(context.clock);
  limits.set(context, known);
  return known;
}
