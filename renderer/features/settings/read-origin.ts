/** What was typed as an origin (`https://shop.example:8443`), in its one spelling; null when it is none. */
export function readOrigin(typed: string): string | null {
  const text = typed.trim();
  if (!/^https?:\/\//i.test(text)) return null;
  try {
    const { origin, pathname, search, hash, username, hostname } = new URL(text);
    const isBare = pathname === '/' && search === '' && hash === '' && username === '';
    return isBare && hostname !== '' ? origin : null;
  } catch {
    return null;
  }
}
