import { failure } from '../../../shared/api/failures.ts';
import type { Settings } from '../../../shared/api/settings.ts';
import { fail, ok, type Failure, type Result } from '../../../shared/domain/result.ts';

/** A tier that is set by hand is one of the settings'; null leaves it to the points. Fails with `tier-unknown`. */
export function checkTier({ points }: Settings, tierId: string | null): Result<void, Failure> {
  if (tierId === null || points.tiers.some(({ id }) => id === tierId)) return ok(undefined);
  return fail(failure('tier-unknown', { field: 'tierId' }));
}
