import { useState } from 'react';
import { useCommonText } from '../../app/i18n.ts';
import { Button } from '../../ui/button.tsx';
import { PinPad } from '../../ui/pin-pad.tsx';
import { signInTexts } from './texts.ts';
import type { SignInForm } from './use-sign-in-form.ts';

/** A PIN alone says who it is. */
export function PinForm({ form }: { form: SignInForm }) {
  const t = signInTexts.useText();
  const common = useCommonText();
  const [pin, setPin] = useState('');
  const [short, setShort] = useState(false);
  const submit = () => {
    if (form.throttled || form.pending) return;
    if (pin.length < 4) return setShort(true);
    form.submit({ pin }, () => setPin(''));
  };
  return (
    <div className="flex flex-col gap-3">
      <PinPad
        label={t('pin')}
        value={pin}
        onValueChange={(next) => {
          setPin(next);
          setShort(false);
          form.forget();
        }}
        onSubmit={submit}
        error={short ? t('pinShort') : form.message}
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
