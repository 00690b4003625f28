import { useRef } from 'react';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { paymentActions } from './payment-store.ts';
import { payTexts } from './texts.ts';

/** The engine did not answer: the sale may be in the books or not. Sending the same again finds out. */
export function UnsureDialog({ onTryAgain }: { onTryAgain: () => void }) {
  const t = payTexts.useText();
  const again = useRef<HTMLButtonElement>(null);
  return (
    <Dialog
      open
      onOpenChange={() => undefined}
      dismissible={false}
      passesScans
      size="small"
      initialFocus={again}
      title={t('unsureTitle')}
      description={t('unsureWhat')}
      footer={
        <>
          <Button onClick={() => paymentActions.setCommit({ state: 'idle' })}>{t('backToPayment')}</Button>
          <Button ref={again} variant="primary" onClick={onTryAgain}>
            {t('tryAgain')}
          </Button>
        </>
      }
    >
      <p>{t('unsureKept')}</p>
    </Dialog>
  );
}
