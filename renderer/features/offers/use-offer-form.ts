import { useState } from 'react';
import { isApiFailure } from '../../api/api-failure.ts';
import type { Problems } from './problems.ts';
import { offersTexts } from './texts.ts';

export type OfferForm<Draft> = {
  draft: Draft;
  change: (change: Partial<Draft>) => void;
  /** What is wrong with a field, in words. */
  errorOf: (field: keyof Draft) => string | undefined;
  /** A failure that is about no field that is shown. */
  failure: unknown;
  isDirty: boolean;
  isSaving: boolean;
  save: () => void;
};

export type OfferFormOptions<Draft> = {
  opened: Draft;
  check: (draft: Draft) => Problems<Draft>;
  send: (draft: Draft) => void;
  /** How the sending went. */
  error: Error | null;
  isSaving: boolean;
  forget: () => void;
};

/** An offer as it is being written; what is missing is said once saving was tried. */
export function useOfferForm<Draft extends object>(options: OfferFormOptions<Draft>): OfferForm<Draft> {
  const { opened, check, send, error, isSaving, forget } = options;
  const t = offersTexts.useText();
  const [draft, setDraft] = useState(opened);
  const [problems, setProblems] = useState<Problems<Draft>>({});
  const failed = isApiFailure(error) ? error : null;
  const failedField = failed?.field?.split('.')[0] ?? '';
  const isShown = failedField in draft;
  return {
    draft,
    change: (change) => {
      setDraft((now) => ({ ...now, ...change }));
      setProblems(({ ...now }) => {
        for (const field of Object.keys(change)) delete now[field as keyof Draft];
        return now;
      });
      if (error !== null) forget();
    },
    errorOf: (field) => {
      const problem = problems[field];
      if (problem !== undefined) return t(problem);
      return isShown && failedField === field ? failed?.message : undefined;
    },
    failure: isShown ? null : error,
    isDirty: JSON.stringify(draft) !== JSON.stringify(opened),
    isSaving,
    save: () => {
      if (isSaving) return;
      const found = check(draft);
      setProblems(found);
      if (Object.keys(found).length === 0) send(draft);
      else requestAnimationFrame(focusFirstWrong);
    },
  };
}

function focusFirstWrong(): void {
  document.querySelector<HTMLElement>('[role=dialog] [aria-invalid=true]')?.focus();
}
