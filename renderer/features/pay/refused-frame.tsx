import { useRef, type ReactNode } from 'react';
import { useCommonText } from '../../app/i18n.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { paymentActions } from './payment-store.ts';
import { payTexts } from './texts.ts';

const close = () => paymentActions.setCommit({ state: 'idle' });
export const backToCart = () => {
  close();
  paymentActions.backToCart();
};
export const backToPay = () => {
  close();
  paymentActions.openPay();
};

type FrameProps = {
  title: string;
  what: string;
  children?: ReactNode;
  /** What else can be done. */
  other?: ReactNode;
  /** The way on: it has the focus, so Enter takes it. */
  main: { label: string; onPress: () => void };
};

/** A sale that was refused: why, what was kept, and the ways on. */
export function Frame({ title, what, children, other, main }: FrameProps) {
  const common = useCommonText();
  const button = useRef<HTMLButtonElement>(null);
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && close()}
      title={title}
      description={what}
      closeLabel={common('close')}
      initialFocus={button}
      footer={
        <>
          {other}
          <Button ref={button} variant="primary" onClick={main.onPress}>
            {main.label}
          </Button>
        </>
      }
    >
      {children}
    </Dialog>
  );
}

export function BackToCart() {
  const t = payTexts.useText();
  return <Button onClick={backToCart}>{t('backToCart')}</Button>;
}
