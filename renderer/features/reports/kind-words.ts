import { entryVersions, type EntryKind } from '../../../shared/journal/kinds.ts';
import type { reportsTexts } from './texts.ts';

/** A kind of entry in a word or two; one that this version does not know is shown as it is written. */
export function kindWords(t: typeof reportsTexts.text, kind: string): string {
  return Object.hasOwn(entryVersions, kind) ? t(`kind-${kind as EntryKind}`) : kind;
}
