import type { FailureCode } from '../../shared/api/failures.ts';

/** What can go wrong between the screen and its engine, beside what the engine itself says. */
export type ScreenFailureCode = 'engine-unreachable' | 'answer-unreadable';

/** A failed request. `message` is a sentence for the person at the till, `field` a path such as `owner.pin`. */
export class ApiFailure extends Error {
  readonly code: FailureCode | ScreenFailureCode | (string & {});
  readonly status: number;
  readonly field: string | undefined;
  readonly details: Record<string, unknown>;

  constructor(failure: {
    code: string;
    message: string;
    status: number;
    field?: string | undefined;
    details?: Record<string, unknown> | undefined;
  }) {
    super(failure.message);
    this.name = 'ApiFailure';
    this.code = failure.code;
    this.status = failure.status;
    this.field = failure.field;
    this.details = failure.details ?? {};
  }
}

/** Whether something thrown is a failed request, of one of the codes if any are named. */
export function isApiFailure(
  thrown: unknown,
  ...codes: (FailureCode | ScreenFailureCode)[]
): thrown is ApiFailure {
  return thrown instanceof ApiFailure && (codes.length === 0 || codes.some((code) => code === thrown.code));
}
