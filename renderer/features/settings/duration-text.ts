const units = [
  { unit: 'day', seconds: 86_400 },
  { unit: 'hour', seconds: 3_600 },
  { unit: 'minute', seconds: 60 },
  { unit: 'second', seconds: 1 },
] as const;

/** `5 minutes`, `1 day, 1 hour`: seconds in their two largest units, as the language says it. */
export function durationText(seconds: number, locale: string): string {
  let rest = Math.max(0, Math.trunc(seconds));
  const parts: string[] = [];
  for (const { unit, seconds: size } of units) {
    const count = Math.floor(rest / size);
    rest -= count * size;
    if (count === 0 && !(unit === 'second' && parts.length === 0)) continue;
    parts.push(new Intl.NumberFormat(locale, { style: 'unit', unit, unitDisplay: 'long' }).format(count));
  }
  return new Intl.ListFormat(locale, { type: 'unit' }).format(parts.slice(0, 2));
}
