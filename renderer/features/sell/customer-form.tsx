import { useEffect, useRef, useState, type FormEvent } from 'react';
import type { Customer } from '../../../shared/api/customers.ts';
import { isApiFailure } from '../../api/api-failure.ts';
import { useCreateCustomer } from '../../api/customers.ts';
import { FailureNotice } from '../../app/failure-notice.tsx';
import { newId } from '../../app/ids.ts';
import { Button } from '../../ui/button.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { sellTexts } from './texts.ts';

export type CustomerFormProps = {
  /** What was searched for: a number is a phone, anything else a name. */
  typed: string;
  onSaved: (customer: Customer) => void;
  onBack: () => void;
};

/** A new customer in two fields; the rest can be written later on their page. */
export function CustomerForm({ typed, onSaved, onBack }: CustomerFormProps) {
  const t = sellTexts.useText();
  const looksLikePhone = /^[\d\s()+.-]{4,}$/.test(typed.trim());
  const [id] = useState(newId);
  const [name, setName] = useState(looksLikePhone ? '' : typed.trim());
  const [phone, setPhone] = useState(looksLikePhone ? typed.trim() : '');
  const [isNameMissing, setNameMissing] = useState(false);
  const nameField = useRef<HTMLInputElement>(null);
  const phoneField = useRef<HTMLInputElement>(null);
  const create = useCreateCustomer();
  const failure = create.error;
  const phoneError = isApiFailure(failure) && failure.field === 'phone' ? failure.message : undefined;
  const nameError = isApiFailure(failure) && failure.field === 'name' ? failure.message : undefined;

  useEffect(() => {
    const first = nameField.current?.value === '' ? nameField : phoneField;
    first.current?.focus();
  }, []);

  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (create.isPending) return;
    if (name.trim() === '') return setNameMissing(true);
    create.mutate({ id, name: name.trim(), phone: phone.trim() }, { onSuccess: onSaved });
  };
  return (
    <form onSubmit={submit} className="flex flex-col gap-4">
      <TextField
        label={t('customerName')}
        ref={nameField}
        value={name}
        maxLength={120}
        error={isNameMissing ? t('customerNameNeeded') : nameError}
        onChange={(event) => {
          setName(event.target.value);
          setNameMissing(false);
        }}
      />
      <TextField
        label={t('customerPhone')}
        ref={phoneField}
        type="tel"
        value={phone}
        maxLength={40}
        error={phoneError}
        onChange={(event) => setPhone(event.target.value)}
      />
      {failure && phoneError === undefined && nameError === undefined && <FailureNotice failure={failure} />}
      <div className="flex flex-wrap justify-between gap-2">
        <Button variant="quiet" onClick={onBack}>
          {t('customerBackToSearch')}
        </Button>
        <Button variant="primary" type="submit" keyLabel="Enter" busy={create.isPending}>
          {t('customerSave')}
        </Button>
      </div>
    </form>
  );
}
