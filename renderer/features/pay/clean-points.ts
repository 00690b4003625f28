/** What of a typed or pasted text can be a number of points: digits. */
export function cleanPoints(typed: string): string {
  return typed
    .replace(/\D/g, '')
    .replace(/^0+(?=\d)/, '')
    .slice(0, 12);
}
