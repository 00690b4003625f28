/** One key of a scan that is being recorded: the end is `Enter` or `Tab`. */
export type RecordedKey = { key: string; at: number };

let recorder: ((key: RecordedKey) => void) | null = null;

/** While this records, characters, Enter and Tab go nowhere else. Gives the way to stop. */
export function recordKeys(onKey: (key: RecordedKey) => void): () => void {
  recorder = onKey;
  return () => {
    if (recorder === onKey) recorder = null;
  };
}

/** Whether the key was recorded, and is therefore not for the page. */
export function recordKey({
  key,
  code,
  timeStamp,
  ctrlKey,
  altKey,
  metaKey,
  repeat,
}: KeyboardEvent): boolean {
  if (recorder === null || repeat) return false;
  const isLineEnd = ctrlKey && (key === 'j' || key === 'm' || code === 'KeyJ' || code === 'KeyM');
  if (isLineEnd || key === 'Enter' || key === 'Tab') {
    recorder({ key: key === 'Tab' ? 'Tab' : 'Enter', at: timeStamp });
    return true;
  }
  if ([...key].length !== 1 || ctrlKey || altKey || metaKey) return false;
  recorder({ key, at: timeStamp });
  return true;
}
