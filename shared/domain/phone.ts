export function normalisePhone(raw: string, defaultCountry: string): string | null {
  throw new Error(`not written yet: ${raw}${defaultCountry}`);
}
export function phoneSearchKeys(raw: string, defaultCountry: string): string[] {
  throw new Error(`not written yet: ${raw}${defaultCountry}`);
}
