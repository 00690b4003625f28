import type { DraftField, SetUpDraft } from './set-up-draft.ts';

export type StepProps = {
  draft: SetUpDraft;
  change: (change: Partial<SetUpDraft>) => void;
  /** What is wrong with a field, in words, once the step was tried. */
  errorOf: (field: DraftField) => string | undefined;
};
