const dayMilliseconds = 86_400_000;

/** A business date (`2026-11-20`) some days later or earlier; calendar arithmetic only, no time zone in it. */
export function stepDate(date: string, days: number): string {
  return new Date(Date.parse(`${date}T00:00:00Z`) + days * dayMilliseconds).toISOString().slice(0, 10);
}

/** Whether this is a date of the calendar as a date field writes it. */
export function isDate(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const at = Date.parse(`${text}T00:00:00Z`);
  return Number.isFinite(at) && stepDate(text, 0) === text;
}
