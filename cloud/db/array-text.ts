/** What an array takes without quotes: all there is of ids, numbers, hashes, dates and kinds. */
const plain = /^[\w.:+-]+$/;

/** Values as the text of a PostgreSQL array. Several times faster than what `pg` does with an array. */
export function arrayText(values: readonly (string | number | null)[]): string {
  return `{${values.map(elementText).join(',')}}`;
}

function elementText(value: string | number | null): string {
  if (value === null) return 'NULL';
  if (typeof value === 'number') return String(value);
  if (plain.test(value) && value.toUpperCase() !== 'NULL') return value;
  return `"${value.replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`;
}
