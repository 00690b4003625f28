/** Whether a caller sits at the till itself: its window, or a program on the same machine. */
export function isAtTheTill(address: string): boolean {
  return address === '::1' || /^(::ffff:)?127\.\d+\.\d+\.\d+$/.test(address);
}

/** What counts as one caller: an address, or the whole /64 of IPv6 that every household or phone has to itself. */
export function callerOf(address: string): string {
  const plain = address
    .replace(/^::ffff:(?=\d+\.)/, '')
    .replace(/%.*$/, '')
    .toLowerCase();
  if (!plain.includes(':')) return plain;
  const [head = '', tail] = plain.split('::');
  const first = head === '' ? [] : head.split(':');
  const last = tail === undefined || tail === '' ? [] : tail.split(':');
  const middle =
    tail === undefined ? [] : Array<string>(Math.max(0, 8 - first.length - last.length)).fill('0');
  return [...first, ...middle, ...last].slice(0, 4).join(':');
}
