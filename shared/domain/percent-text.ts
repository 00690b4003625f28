/** `12%`, `8.25%`: parts per million as short as they go. */
export function percentText(ratePpm: number): string {
  const decimals = String(ratePpm % 10_000)
    .padStart(4, '0')
    .replace(/0+$/, '');
  return `${Math.floor(ratePpm / 10_000)}${decimals === '' ? '' : `.${decimals}`}%`;
}
