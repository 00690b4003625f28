import { Eye, EyeOff } from 'lucide-react';
import { useState } from 'react';
import { IconButton } from '../../ui/icon-button.tsx';
import { TextField, type TextFieldProps } from '../../ui/text-field.tsx';
import { peopleTexts } from './texts.ts';

/** A password or PIN that is being set: hidden, with an eye to check it. */
export function SecretField({
  isPin = false,
  ...rest
}: Omit<TextFieldProps, 'end' | 'type'> & { isPin?: boolean }) {
  const t = peopleTexts.useText();
  const [isShown, setShown] = useState(false);
  return (
    <TextField
      {...rest}
      type={isShown ? 'text' : 'password'}
      autoComplete="new-password"
      {...(isPin ? { inputMode: 'numeric' as const, maxLength: 8 } : { maxLength: 1000 })}
      end={
        <IconButton
          icon={isShown ? EyeOff : Eye}
          label={t(isShown ? 'hidePassword' : 'showPassword')}
          onClick={() => setShown(!isShown)}
        />
      }
    />
  );
}
