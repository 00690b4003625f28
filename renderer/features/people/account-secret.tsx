import { CircleCheck } from 'lucide-react';
import { useState, type FormEvent } from 'react';
import type { Account, AccountChange } from '../../../shared/api/people.ts';
import { useChangeAccount } from '../../api/accounts.ts';
import { FailureNotice } from '../../app/failure-notice.tsx';
import { Button } from '../../ui/button.tsx';
import { fieldError, isElsewhere } from './field-error.ts';
import { readSecret, type Problem } from './read-secret.ts';
import { SecretField } from './secret-field.tsx';
import { peopleTexts } from './texts.ts';

/** Sets a new password, or sets and removes the PIN. What there was is never shown: nobody can read it. */
export function AccountSecret({ kind, account }: { kind: 'password' | 'pin'; account: Account }) {
  const t = peopleTexts.useText();
  const [typed, setTyped] = useState('');
  const [problem, setProblem] = useState<Problem>(null);
  const [said, setSaid] = useState('');
  const change = useChangeAccount();
  const isPin = kind === 'pin';
  const name = account.displayName;

  const save = (changes: AccountChange, words: string) =>
    change.mutate(
      { id: account.id, change: changes },
      {
        onSuccess: () => {
          setTyped('');
          setSaid(words);
        },
      },
    );
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const found = readSecret(kind, typed);
    setProblem(found);
    if (found !== null || change.isPending) return;
    save({ [kind]: typed }, t(isPin ? 'savedPin' : 'savedPassword', { name }));
  };
  return (
    <form onSubmit={submit} className="flex flex-col gap-3" noValidate>
      <p className="text-ink-muted">
        {t(isPin ? (account.hasPin ? 'partPinHas' : 'partPinNone') : 'partPasswordWhat', { name })}
      </p>
      <SecretField
        isPin={isPin}
        label={t(isPin ? 'newPin' : 'newPassword')}
        hint={t(isPin ? 'pinHint' : 'passwordHint')}
        value={typed}
        onChange={(event) => {
          setTyped(event.target.value);
          setProblem(null);
          setSaid('');
          change.reset();
        }}
        error={problem === null ? fieldError(change.error, kind) : t(problem)}
      />
      {isElsewhere(change.error, kind) && <FailureNotice failure={change.error} />}
      <p role="status" className="flex items-center gap-2 text-accent-text empty:hidden">
        {said !== '' && (
          <>
            <CircleCheck className="size-5 shrink-0" aria-hidden="true" />
            {said}
          </>
        )}
      </p>
      <div className="flex flex-wrap gap-2">
        <Button type="submit" disabled={typed === ''} busy={change.isPending}>
          {t(isPin ? (account.hasPin ? 'changePin' : 'setPin') : 'setPassword')}
        </Button>
        {isPin && account.hasPin && (
          <Button
            variant="quiet"
            busy={change.isPending}
            onClick={() => save({ pin: null }, t('removedPin', { name }))}
          >
            {t('removePin')}
          </Button>
        )}
      </div>
    </form>
  );
}
