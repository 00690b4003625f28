/** An amount as the screens of a Philippine shop write it. */
export function pesos(minor: number): string {
  return new Intl.NumberFormat('en-PH', { style: 'currency', currency: 'PHP' }).format(minor / 100);
}
