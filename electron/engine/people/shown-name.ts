/** The name that the shop shows of a person: the full one, else first and last, else the user name; on one line. */
export function shownName(
  { fullName = '', firstName, lastName }: { fullName?: string; firstName: string; lastName: string },
  username: string,
  maximum: number,
): string {
  const names = [fullName, `${firstName} ${lastName}`, username];
  const line = names.map(onOneLine).find((name) => name !== '') ?? 'Customer';
  return [...line].slice(0, maximum).join('').trim();
}

function onOneLine(text: string): string {
  return text.replace(/[\p{Cc}\s]+/gu, ' ').trim();
}
