import type { Settings } from '../../../shared/api/settings.ts';
import { OpenShiftDialog } from '../shifts/index.ts';
import { paymentActions, usePayment } from './payment-store.ts';
import { RefusedDialog } from './refused-dialog.tsx';
import { UnsureDialog } from './unsure-dialog.tsx';
import type { FinishSale } from './use-finish-sale.ts';

export type CommitProblemProps = { finish: FinishSale; settings: Settings };

/** What stands between the payment and the books, if anything: asked in words, and gone on from. */
export function CommitProblem({ finish, settings }: CommitProblemProps) {
  const commit = usePayment((state) => state.commit);
  const afterShift = usePayment((state) => state.afterShift);
  const needsShift = commit.state === 'refused' && commit.failure.code === 'shift-needed';
  if (afterShift !== null || needsShift) {
    return (
      <OpenShiftDialog
        open
        onOpenChange={(open) => {
          if (open) return;
          paymentActions.dropShiftQuestion();
          if (needsShift) paymentActions.setCommit({ state: 'idle' });
        }}
        onOpened={() => (afterShift === null ? void finish.sendAgain() : afterShift())}
      />
    );
  }
  if (commit.state === 'unsure') return <UnsureDialog onTryAgain={() => void finish.sendAgain()} />;
  if (commit.state === 'refused')
    return <RefusedDialog failure={commit.failure} body={commit.body} settings={settings} />;
  return null;
}
