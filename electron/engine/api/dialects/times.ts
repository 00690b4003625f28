/** An instant as the clients of 001 read it: `2026-11-20T19:06:30.828000Z`. */
export function utcTime(instant: string): string {
  return `${instant.slice(0, -1)}000Z`;
}
