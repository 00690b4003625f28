import type { UseMutationResult } from '@tanstack/react-query';
import { useState } from 'react';
import { Button } from '../ui/button.tsx';
import { ConfirmDialog } from '../ui/confirm-dialog.tsx';
import { showToast } from '../ui/toast.tsx';
import { FailureNotice } from './failure-notice.tsx';
import { useCommonText } from './i18n.ts';

export type RevokeButtonProps = {
  id: string;
  revoke: Pick<UseMutationResult<unknown, Error, string>, 'mutate' | 'reset' | 'isPending' | 'error'>;
  words: {
    act: string;
    /** The act with the name of what it is done to: a list has many such buttons. */
    actOf: string;
    title: string;
    what: string;
    keep: string;
    done: string;
  };
};

/** Takes something that belongs to the shop out of it for good, after saying what that means. */
export function RevokeButton({ id, revoke, words }: RevokeButtonProps) {
  const common = useCommonText();
  const [isAsking, setAsking] = useState(false);
  const ask = (open: boolean) => {
    revoke.reset();
    setAsking(open);
  };
  return (
    <>
      <Button aria-label={words.actOf} onClick={() => ask(true)}>
        {words.act}
      </Button>
      <ConfirmDialog
        open={isAsking}
        onOpenChange={ask}
        title={words.title}
        description={words.what}
        cancelLabel={words.keep}
        confirmLabel={words.act}
        closeLabel={common('close')}
        danger
        busy={revoke.isPending}
        onConfirm={() =>
          revoke.mutate(id, {
            onSuccess: () => {
              setAsking(false);
              showToast({ tone: 'good', title: words.done });
            },
          })
        }
      >
        {revoke.error && <FailureNotice failure={revoke.error} />}
      </ConfirmDialog>
    </>
  );
}
