import { useState, type FormEvent } from 'react';
import type { Account } from '../../../shared/api/people.ts';
import { useChangeAccount } from '../../api/accounts.ts';
import { isApiFailure } from '../../api/api-failure.ts';
import { FailureNotice } from '../../app/failure-notice.tsx';
import { Button } from '../../ui/button.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { showToast } from '../../ui/toast.tsx';
import { fieldError } from './field-error.ts';
import { RoleChoice, type ChosenRole } from './role-choice.tsx';
import { peopleTexts } from './texts.ts';

/** Name and role of an account. A customer's own account has no role to choose. */
export function AccountDetails({ account }: { account: Account }) {
  const t = peopleTexts.useText();
  const [displayName, setDisplayName] = useState(account.displayName);
  const [role, setRole] = useState<ChosenRole | null>(account.role === 'customer' ? null : account.role);
  const change = useChangeAccount();
  const name = displayName.trim();
  const isChanged = name !== account.displayName || (role !== null && role !== account.role);
  const isLastAdmin = isApiFailure(change.error, 'last-admin');
  const nameError = name === '' ? t('needName') : fieldError(change.error, 'displayName');

  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (name === '' || change.isPending) return;
    const changes = { displayName: name, ...(role === null || role === account.role ? {} : { role }) };
    change.mutate(
      { id: account.id, change: changes },
      { onSuccess: () => showToast({ tone: 'good', title: t('savedDetails') }) },
    );
  };
  return (
    <form onSubmit={submit} className="flex flex-col gap-3" noValidate>
      <TextField
        label={t('displayName')}
        maxLength={80}
        value={displayName}
        onChange={(event) => {
          setDisplayName(event.target.value);
          change.reset();
        }}
        error={nameError}
      />
      {role !== null && (
        <RoleChoice
          value={role}
          onValueChange={(next) => {
            setRole(next);
            change.reset();
          }}
          error={isLastAdmin ? change.error?.message : undefined}
        />
      )}
      {change.error !== null && !isLastAdmin && nameError === undefined && (
        <FailureNotice failure={change.error} />
      )}
      <Button
        type="submit"
        variant={isChanged ? 'primary' : 'secondary'}
        className="self-start"
        disabled={!isChanged}
        busy={change.isPending}
      >
        {t('saveDetails')}
      </Button>
    </form>
  );
}
