import { useRef, useState, type FormEvent } from 'react';
import type { AccountCreate } from '../../../shared/api/people.ts';
import { useCreateAccount } from '../../api/accounts.ts';
import { FailureNotice } from '../../app/failure-notice.tsx';
import { useCommonText } from '../../app/i18n.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { showToast } from '../../ui/toast.tsx';
import { fieldError, isElsewhere } from './field-error.ts';
import { readSecret, type Problem } from './read-secret.ts';
import { RoleChoice } from './role-choice.tsx';
import { SecretField } from './secret-field.tsx';
import { peopleTexts, type PeopleTextKey } from './texts.ts';

type Draft = AccountCreate & { pin: string };
type Problems = Partial<Record<keyof Draft, PeopleTextKey>>;

const emptyDraft: Draft = { displayName: '', username: '', role: 'staff', password: '', pin: '' };
const usernamePattern = /^[\p{L}\p{N}@.+_-]{1,150}$/u;

function checkDraft(draft: Draft): Problems {
  const problems: Record<'displayName' | 'username' | 'password' | 'pin', Problem> = {
    displayName: draft.displayName.trim() === '' ? 'needName' : null,
    username: usernamePattern.test(draft.username.trim()) ? null : 'usernameInvalid',
    password: readSecret('password', draft.password),
    pin: draft.pin === '' ? null : readSecret('pin', draft.pin),
  };
  return Object.fromEntries(Object.entries(problems).filter(([, problem]) => problem !== null)) as Problems;
}

/** A new person: who they are, what they may do, and how they sign in. */
export function AddAccountDialog({ onClose }: { onClose: () => void }) {
  const t = peopleTexts.useText();
  const common = useCommonText();
  const first = useRef<HTMLInputElement>(null);
  const [draft, setDraft] = useState(emptyDraft);
  const [problems, setProblems] = useState<Problems>({});
  const create = useCreateAccount();
  const name = draft.displayName.trim();

  const change = (changes: Partial<Draft>) => {
    setDraft({ ...draft, ...changes });
    setProblems({});
    create.reset();
  };
  const errorOf = (field: keyof Draft) => {
    const problem = problems[field];
    return problem === undefined ? fieldError(create.error, field) : t(problem);
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const found = checkDraft(draft);
    setProblems(found);
    if (Object.keys(found).length > 0 || create.isPending) return;
    const { pin, ...rest } = draft;
    create.mutate(
      { ...rest, displayName: name, username: draft.username.trim(), ...(pin === '' ? {} : { pin }) },
      {
        onSuccess: (account) => {
          showToast({ tone: 'good', title: t('added', { name: account.displayName }) });
          onClose();
        },
      },
    );
  };
  return (
    <Dialog
      open
      onOpenChange={onClose}
      title={t('addTitle')}
      closeLabel={common('close')}
      initialFocus={first}
      dismissible={!create.isPending}
      footer={
        <>
          <Button onClick={onClose}>{common('cancel')}</Button>
          <Button variant="primary" type="submit" form="add-account" busy={create.isPending}>
            {t('saveAdded')}
          </Button>
        </>
      }
    >
      <form id="add-account" onSubmit={submit} className="grid gap-4 sm:grid-cols-2" noValidate>
        <TextField
          label={t('displayName')}
          hint={t('displayNameHint')}
          ref={first}
          maxLength={80}
          value={draft.displayName}
          onChange={(event) => change({ displayName: event.target.value })}
          error={errorOf('displayName')}
        />
        <TextField
          label={t('username')}
          hint={t('usernameHint')}
          maxLength={150}
          autoCapitalize="none"
          value={draft.username}
          onChange={(event) => change({ username: event.target.value })}
          error={errorOf('username')}
        />
        <RoleChoice
          className="sm:col-span-2"
          value={draft.role}
          onValueChange={(role) => change({ role })}
          error={errorOf('role')}
        />
        <SecretField
          label={t('password')}
          hint={t('passwordHint')}
          value={draft.password}
          onChange={(event) => change({ password: event.target.value })}
          error={errorOf('password')}
        />
        <SecretField
          isPin
          label={t('pin')}
          optionalLabel={common('optional')}
          hint={t('pinHint')}
          value={draft.pin}
          onChange={(event) => change({ pin: event.target.value })}
          error={errorOf('pin')}
        />
        {isElsewhere(create.error, 'displayName', 'username', 'role', 'password', 'pin') && (
          <FailureNotice failure={create.error} className="sm:col-span-2" />
        )}
      </form>
    </Dialog>
  );
}
