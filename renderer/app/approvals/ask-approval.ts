import { create } from 'zustand';
import type { Act } from '../../../shared/domain/acts.ts';
import { useSession } from '../../state/session.ts';
import { topLayerDepth } from '../../ui/layers.tsx';
import { newId } from '../ids.ts';

export type NeededApproval = {
  act: Act;
  way: 'own-pin' | 'manager';
  /** The act's size in its measure, without a sign; 0 where there is nothing to measure. */
  figure: number;
  /** What it is for: the id of the line, cart, sale, refund, move or shift. */
  subject: string;
  /** What is about to happen, in the words of this step: “Pandesal, 20 % off”. */
  words?: string | undefined;
};

export type ApprovalQuestion = {
  /** That of the approval, if it is given. */
  id: string;
  needed: NeededApproval;
  /** How many dialogs it opens over. */
  over: number;
  answer: (approvalId: string | null) => void;
};

/** Who asks while somebody is being asked already comes after. */
export const useApprovalQuestions = create<{ questions: readonly ApprovalQuestion[] }>(() => ({
  questions: [],
}));

/** Opens the PIN pad over the current step; the id of the approval, or null when it was not given. */
export function askApproval(needed: NeededApproval): Promise<string | null> {
  return new Promise((resolve) => {
    const over = topLayerDepth();
    const caret = document.activeElement;
    const question: ApprovalQuestion = {
      id: newId(),
      needed,
      over,
      answer: (approvalId) => {
        useApprovalQuestions.setState(({ questions }) => ({
          questions: questions.filter((other) => other !== question),
        }));
        requestAnimationFrame(() => giveBack(caret, over));
        resolve(approvalId);
      },
    };
    useApprovalQuestions.setState(({ questions }) => ({ questions: [...questions, question] }));
  });
}

useSession.subscribe(({ status }) => {
  if (status === 'signed-in') return;
  for (const { answer } of useApprovalQuestions.getState().questions) answer(null);
});

/** The caret goes on where it was, if that is still there and in front. */
function giveBack(caret: Element | null, over: number): void {
  if (caret instanceof HTMLElement && caret.isConnected && topLayerDepth() === over) caret.focus();
}
