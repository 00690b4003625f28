/** A time as receipts write it, `2026-11-20 14:05`: read the same way everywhere. Sweden writes its dates so. */
export function receiptTime(milliseconds: number, timeZone: string): string {
  return new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'short' }).format(
    milliseconds,
  );
}
