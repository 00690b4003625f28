const mostPercents = 4;

/** `5, 10, 15` → [5, 10, 15], each once and in order; null when it is anything else. */
export function readPercents(typed: string): number[] | null {
  const parts = typed.split(/[\s,;%]+/).filter((part) => part !== '');
  if (parts.length > mostPercents || parts.some((part) => !/^\d{1,3}$/.test(part))) return null;
  const percents = parts.map(Number);
  if (percents.some((percent) => percent < 1 || percent > 100)) return null;
  return [...new Set(percents)].sort((a, b) => a - b);
}
