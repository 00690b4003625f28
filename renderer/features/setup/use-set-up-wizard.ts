import { useState } from 'react';
import { useNavigate } from 'react-router';
import { isApiFailure } from '../../api/api-failure.ts';
import { useSetUp } from '../../api/settings.ts';
import { initialDraft } from './initial-draft.ts';
import {
  placeOf,
  problemsOf,
  requestOf,
  stepsOf,
  type DraftField,
  type SetUpDraft,
  type Step,
} from './set-up-draft.ts';
import { setUpTexts } from './texts.ts';

/** The wizard's state: what is typed, where one is, what is wrong. Going back keeps all of it. */
export function useSetUpWizard() {
  const t = setUpTexts.useText();
  const navigate = useNavigate();
  const [draft, setDraft] = useState(initialDraft);
  const [step, setStep] = useState<Step>('shop');
  const [tried, setTried] = useState<ReadonlySet<Step>>(new Set());
  const [refused, setRefused] = useState<{ field: DraftField; message: string } | null>(null);
  const setUp = useSetUp();
  const steps = stepsOf(draft);
  const position = steps.indexOf(step);
  const problems = problemsOf(step, draft);

  const submit = () => {
    if (draft.joins) void navigate('/setup', { replace: true, state: { goOn: '/sync?join' } });
    setUp.mutate(requestOf(draft, { ...initialDraft(), shopName: t('joinsName') }), {
      onError: (failure) => {
        const place = isApiFailure(failure) ? placeOf(failure.field) : null;
        if (place === null) return;
        setRefused({ field: place.field, message: failure.message });
        setStep(place.step);
      },
    });
  };

  return {
    draft,
    step,
    steps,
    position,
    failure: refused === null ? setUp.error : null,
    refusedField: refused?.field ?? null,
    pending: setUp.isPending,
    change: (change: Partial<SetUpDraft>) => {
      setDraft((now) => ({ ...now, ...change }));
      if (refused !== null && refused.field in change) setRefused(null);
    },
    errorOf: (field: DraftField): string | undefined => {
      if (refused?.field === field) return refused.message;
      const problem = tried.has(step) ? problems[field] : undefined;
      return problem === undefined ? undefined : t(problem);
    },
    goTo: setStep,
    back: () => setStep(steps[Math.max(0, position - 1)] ?? 'shop'),
    /** On to the next step, or done; false when something on this one is not right. */
    next: (): boolean => {
      setTried((now) => new Set(now).add(step));
      if (Object.keys(problems).length > 0) return false;
      const following = steps[position + 1];
      if (following === undefined) submit();
      else setStep(following);
      return true;
    },
  };
}
