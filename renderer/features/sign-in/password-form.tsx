import { Eye, EyeOff } from 'lucide-react';
import { useState, type FormEvent } from 'react';
import { Button } from '../../ui/button.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { signInTexts } from './texts.ts';
import type { SignInForm } from './use-sign-in-form.ts';

export function PasswordForm({ form }: { form: SignInForm }) {
  const t = signInTexts.useText();
  const [username, setUsername] = useState('');
  const [password, setPassword] = useState('');
  const [shown, setShown] = useState(false);
  const [missing, setMissing] = useState(false);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (form.throttled || form.pending) return;
    if (username.trim() === '' || password === '') return setMissing(true);
    form.submit({ username: username.trim(), password }, () => setPassword(''));
  };
  const changed = () => {
    setMissing(false);
    form.forget();
  };
  return (
    <form onSubmit={submit} noValidate className="flex flex-col gap-4">
      <TextField
        label={t('userName')}
        autoFocus
        autoComplete="username"
        autoCapitalize="none"
        value={username}
        onChange={(event) => {
          setUsername(event.target.value);
          changed();
        }}
      />
      <TextField
        label={t('password')}
        type={shown ? 'text' : 'password'}
        autoComplete="current-password"
        value={password}
        error={missing ? t('bothNeeded') : form.message}
        onChange={(event) => {
          setPassword(event.target.value);
          changed();
        }}
        end={
          <IconButton
            icon={shown ? EyeOff : Eye}
            label={t(shown ? 'hidePassword' : 'showPassword')}
            onClick={() => setShown(!shown)}
          />
        }
      />
      <Button type="submit" variant="primary" size="large" busy={form.pending} disabled={form.throttled}>
        {t('signIn')}
      </Button>
    </form>
  );
}
