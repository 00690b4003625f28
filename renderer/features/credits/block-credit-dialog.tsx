import { useState, type FormEvent } from 'react';
import type { Credit } from '../../../shared/api/credits.ts';
import { useChangeCredit } from '../../api/credits.ts';
import { FailureNotice } from '../../app/failure-notice.tsx';
import { useCommonText } from '../../app/i18n.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { creditName } from './credit-name.ts';
import { creditsTexts } from './texts.ts';

const formId = 'block-credit-form';

/** Blocks a card or account, or frees it again; always with a reason. */
export function BlockCreditDialog({ credit, onClose }: { credit: Credit; onClose: () => void }) {
  const t = creditsTexts.useText();
  const common = useCommonText();
  const [reason, setReason] = useState('');
  const [isTried, setTried] = useState(false);
  const change = useChangeCredit(credit.id);
  const isBlocked = credit.state === 'blocked';
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (change.isPending || reason.trim() === '') return;
    change.mutate({ blocked: !isBlocked, reason: reason.trim() }, { onSuccess: onClose });
  };
  return (
    <Dialog
      open
      onOpenChange={onClose}
      dismissible={!change.isPending}
      size="small"
      title={t(isBlocked ? 'freeTitle' : 'blockTitle', { what: creditName(credit) })}
      description={t(isBlocked ? 'freeWhat' : 'blockWhat')}
      closeLabel={common('close')}
      footer={
        <>
          <Button onClick={onClose} disabled={change.isPending}>
            {common('cancel')}
          </Button>
          <Button variant="primary" type="submit" form={formId} keyLabel="Enter" busy={change.isPending}>
            {t(isBlocked ? 'free' : 'block')}
          </Button>
        </>
      }
    >
      <form id={formId} noValidate onSubmit={submit} className="flex flex-col gap-4">
        {change.error && <FailureNotice failure={change.error} />}
        <TextField
          autoFocus
          label={t('reason')}
          maxLength={120}
          value={reason}
          onChange={(event) => setReason(event.target.value)}
          error={isTried && reason.trim() === '' ? t('reasonNeeded') : undefined}
        />
      </form>
    </Dialog>
  );
}
