/** What a damaged disk made unreadable equals nothing that the journal tells. */
export function readStored(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return text;
  }
}
