const most = 1_000_000;

/** A limit as it is typed: null for none, undefined for what is no whole number from `fewest`. */
export function readLimit(typed: string, fewest = 1): number | null | undefined {
  const text = typed.trim();
  if (text === '') return null;
  if (!/^\d{1,7}$/.test(text)) return undefined;
  const limit = Number(text);
  return limit < fewest || limit > most ? undefined : limit;
}
