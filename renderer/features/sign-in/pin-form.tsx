import { useRef, useState } from 'react';
import { useCommonText } from '../../app/i18n.ts';
import { forgetPinLength, pinLength } from '../../state/pin-length.ts';
import { Button } from '../../ui/button.tsx';
import { PinPad } from '../../ui/pin-pad.tsx';
import { signInTexts } from './texts.ts';
import type { SignInForm } from './use-sign-in-form.ts';

/** A PIN alone says who it is; where all PINs are of one length its last digit signs in. */
export function PinForm({ form }: { form: SignInForm }) {
  const t = signInTexts.useText();
  const common = useCommonText();
  const [pin, setPin] = useState('');
  const [short, setShort] = useState(false);
  const typed = useRef('');
  const type = (next: string) => {
    typed.current = next;
    setPin(next);
    setShort(false);
    form.forget();
  };
  const send = (sent: string) => {
    if (form.throttled || form.pending) return;
    form.submit({ pin: sent }, () => {
      if (typed.current === sent) {
        typed.current = '';
        return setPin('');
      }
      // The rest of a longer PIN came while its beginning was on the way: that was not what was meant.
      forgetPinLength();
      form.forget();
    });
  };
  const submit = () => (pin.length < 4 ? setShort(true) : send(pin));
  return (
    <div className="flex flex-col gap-3">
      <PinPad
        label={t('pin')}
        value={pin}
        onValueChange={(next) => {
          const isLonger = next.length > pin.length;
          type(next);
          if (isLonger && next.length === pinLength()) send(next);
        }}
        onSubmit={submit}
        error={short ? t('pinShort') : form.wrong ? t('pinWrong') : form.message}
        padLabel={common('numberPad')}
        backspaceLabel={common('backspace')}
        disabled={form.throttled}
      />
      <Button variant="primary" size="large" busy={form.pending} disabled={form.throttled} onClick={submit}>
        {t('signIn')}
      </Button>
    </div>
  );
}
