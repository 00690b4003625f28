import { useState, type FormEvent } from 'react';
import { useNavigate } from 'react-router';
import type { Customer } from '../../../shared/api/customers.ts';
import { isApiFailure } from '../../api/api-failure.ts';
import { useChangeCustomer, useCreateCustomer } from '../../api/customers.ts';
import { FailureNotice } from '../../app/failure-notice.tsx';
import { useCommonText } from '../../app/i18n.ts';
import { newId } from '../../app/ids.ts';
import { Button } from '../../ui/button.tsx';
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { showToast } from '../../ui/toast.tsx';
import {
  changeCustomerOf,
  createCustomerOf,
  customerDraftOf,
  isCustomerChanged,
  newCustomerDraft,
} from './customer-draft.ts';
import { CustomerFields } from './customer-fields.tsx';
import { customersTexts } from './texts.ts';

export type CustomerFormDialogProps = {
  /** Null adds a new one. */
  customer: Customer | null;
  /** What was searched for, to begin a new customer with. */
  typed?: string;
  onClose: () => void;
  onSaved?: (customer: Customer) => void;
};

const formId = 'customer-form';
const shownFields = new Set(['name', 'phone', 'email', 'birthday', 'address', 'notes', 'tierId']);

/** Adds or changes a customer. */
export function CustomerFormDialog({ customer, typed = '', onClose, onSaved }: CustomerFormDialogProps) {
  const t = customersTexts.useText();
  const common = useCommonText();
  const navigate = useNavigate();
  const [id] = useState(newId);
  const [opened] = useState(() => (customer === null ? newCustomerDraft(typed) : customerDraftOf(customer)));
  const [draft, setDraft] = useState(opened);
  const [isNameMissing, setNameMissing] = useState(false);
  const [isLeaving, setLeaving] = useState(false);
  const create = useCreateCustomer();
  const update = useChangeCustomer();
  const failure = create.error ?? update.error;
  const failed = isApiFailure(failure) ? failure : null;
  const isSaving = create.isPending || update.isPending;
  const leave = () => (isCustomerChanged(draft, opened) ? setLeaving(true) : onClose());
  const holder = holderOf(failed?.details);

  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (isSaving) return;
    if (draft.name.trim() === '') return setNameMissing(true);
    const done = (saved: Customer) => {
      const { name, code } = saved;
      showToast({ tone: 'good', title: t(customer === null ? 'addedDone' : 'savedDone', { name, code }) });
      onClose();
      onSaved?.(saved);
    };
    if (customer === null) create.mutate(createCustomerOf(draft, id), { onSuccess: done });
    else update.mutate({ id: customer.id, change: changeCustomerOf(draft, opened) }, { onSuccess: done });
  };

  return (
    <>
      <Dialog
        open
        onOpenChange={leave}
        dismissible={!isSaving}
        size="large"
        title={t(customer === null ? 'dialogAdd' : 'dialogEdit')}
        closeLabel={common('close')}
        footer={
          <>
            <Button onClick={leave} disabled={isSaving}>
              {common('cancel')}
            </Button>
            <Button variant="primary" type="submit" form={formId} keyLabel="Enter" busy={isSaving}>
              {common(customer === null ? 'add' : 'save')}
            </Button>
          </>
        }
      >
        <form id={formId} noValidate onSubmit={submit} className="flex flex-col gap-4">
          {failed === null || !shownFields.has(failed.field ?? '')
            ? failure && <FailureNotice failure={failure} />
            : holder !== null && (
                <Button className="self-start" onClick={() => void navigate(`/customers/${holder.id}`)}>
                  {t('openHolder', { code: holder.code })}
                </Button>
              )}
          <CustomerFields
            draft={draft}
            errorOf={(field) =>
              field === 'name' && isNameMissing
                ? t('nameNeeded')
                : failed?.field === field
                  ? failed.message
                  : undefined
            }
            onChange={(change) => {
              setDraft((now) => ({ ...now, ...change }));
              if ('name' in change) setNameMissing(false);
              create.reset();
              update.reset();
            }}
          />
        </form>
      </Dialog>
      <ConfirmDialog
        open={isLeaving}
        onOpenChange={setLeaving}
        title={t('unsavedTitle')}
        description={t('unsavedWhat')}
        cancelLabel={t('unsavedStay')}
        confirmLabel={t('unsavedLeave')}
        closeLabel={common('close')}
        danger
        onConfirm={onClose}
      />
    </>
  );
}

/** Whose phone or e-mail address it is already. */
function holderOf(details: Record<string, unknown> | undefined): { id: string; code: string } | null {
  const { customerId, code } = details ?? {};
  return typeof customerId === 'string' && typeof code === 'string' ? { id: customerId, code } : null;
}
