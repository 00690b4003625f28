/** An expected failure: `code` is one of the registry's, `field` a path like `tenders.1.reference`. */
export type Failure = {
  code: string;
  message: string;
  field?: string;
  details?: Record<string, unknown>;
};

export type Result<T, F = Failure> = { ok: true; value: T } | { ok: false; failure: F };

export function ok<T>(value: T): { ok: true; value: T } {
  return { ok: true, value };
}

export function fail<F = Failure>(failure: F): { ok: false; failure: F } {
  return { ok: false, failure };
}
