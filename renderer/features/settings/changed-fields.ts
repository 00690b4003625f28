/** Only the fields that differ from what is saved, so that the journal tells what was changed and nothing else. */
export function changedFields<Values extends object>(saved: Values, values: Values): Partial<Values> {
  const entries = Object.entries(values) as [keyof Values & string, Values[keyof Values]][];
  return Object.fromEntries(
    entries.filter(([field, value]) => JSON.stringify(value) !== JSON.stringify(saved[field])),
  ) as Partial<Values>;
}
