import { isApiFailure } from '../../api/api-failure.ts';

/** What the engine said about this field; undefined when it said nothing about it. */
export function fieldError(failure: unknown, field: string): string | undefined {
  return isApiFailure(failure) && failure.field === field ? failure.message : undefined;
}

/** Whether a failure belongs to none of these fields, and so has to be told beside them. */
export function isElsewhere(failure: unknown, ...fields: string[]): boolean {
  return (
    failure !== null &&
    failure !== undefined &&
    fields.every((field) => fieldError(failure, field) === undefined)
  );
}
