import { Eye, EyeOff } from 'lucide-react';
import { useState } from 'react';
import { IconButton } from '../../ui/icon-button.tsx';
import { TextField } from '../../ui/text-field.tsx';
import type { StepProps } from './step-props.ts';
import { setUpTexts } from './texts.ts';

export function OwnerStep({ draft, change, errorOf }: StepProps) {
  const t = setUpTexts.useText();
  const [shown, setShown] = useState(false);
  const type = shown ? 'text' : 'password';
  return (
    <div className="grid gap-4 sm:grid-cols-2">
      <TextField
        label={t('displayName')}
        hint={t('displayNameHint')}
        autoFocus
        autoComplete="name"
        maxLength={80}
        value={draft.displayName}
        onChange={(event) => change({ displayName: event.target.value })}
        error={errorOf('displayName')}
      />
      <TextField
        label={t('username')}
        hint={t('usernameHint')}
        autoComplete="username"
        autoCapitalize="none"
        maxLength={150}
        value={draft.username}
        onChange={(event) => change({ username: event.target.value })}
        error={errorOf('username')}
      />
      <TextField
        label={t('password')}
        hint={t('passwordHint')}
        type={type}
        autoComplete="new-password"
        value={draft.password}
        onChange={(event) => change({ password: event.target.value })}
        error={errorOf('password')}
        end={
          <IconButton
            icon={shown ? EyeOff : Eye}
            label={t(shown ? 'hidePassword' : 'showPassword')}
            onClick={() => setShown(!shown)}
          />
        }
      />
      <TextField
        label={t('passwordAgain')}
        type={type}
        autoComplete="new-password"
        value={draft.passwordAgain}
        onChange={(event) => change({ passwordAgain: event.target.value })}
        error={errorOf('passwordAgain')}
      />
      <TextField
        label={t('pin')}
        hint={t('pinHint')}
        type={type}
        inputMode="numeric"
        autoComplete="off"
        inputClassName="figures"
        maxLength={8}
        value={draft.pin}
        onChange={(event) => change({ pin: event.target.value.replaceAll(/\D/g, '') })}
        error={errorOf('pin')}
      />
    </div>
  );
}
