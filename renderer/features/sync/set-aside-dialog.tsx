import { useState, type FormEvent } from 'react';
import { useDecideReview } from '../../api/sync.ts';
import { FailureNotice } from '../../app/failure-notice.tsx';
import { useCommonText } from '../../app/i18n.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { showToast } from '../../ui/toast.tsx';
import { exceptionsTexts } from './exceptions-texts.ts';

const formId = 'set-aside';

/** Leaves an entry out of the reports, with a note of why. */
export function SetAsideDialog({ reviewId, onClose }: { reviewId: string; onClose: () => void }) {
  const t = exceptionsTexts.useText();
  const common = useCommonText();
  const decide = useDecideReview();
  const [note, setNote] = useState('');
  const [tried, setTried] = useState(false);
  const lacksNote = note.trim() === '';
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (decide.isPending || lacksNote) return;
    decide.mutate(
      { id: reviewId, action: 'set-aside', note: note.trim() },
      {
        onSuccess: () => {
          showToast({ tone: 'good', title: t('setAsideDone') });
          onClose();
        },
      },
    );
  };
  return (
    <Dialog
      open
      onOpenChange={onClose}
      dismissible={!decide.isPending}
      size="small"
      title={t('setAsideTitle')}
      description={t('setAsideWhat')}
      closeLabel={common('close')}
      footer={
        <>
          <Button onClick={onClose} disabled={decide.isPending}>
            {common('cancel')}
          </Button>
          <Button variant="primary" type="submit" form={formId} keyLabel="Enter" busy={decide.isPending}>
            {t('setAsideSend')}
          </Button>
        </>
      }
    >
      <form id={formId} noValidate onSubmit={submit} className="flex flex-col gap-4">
        {decide.error && <FailureNotice failure={decide.error} />}
        <TextField
          label={t('note')}
          hint={t('noteHint')}
          autoFocus
          maxLength={300}
          value={note}
          onChange={(event) => setNote(event.target.value)}
          error={tried && lacksNote ? t('noteNeeded') : undefined}
        />
      </form>
    </Dialog>
  );
}
