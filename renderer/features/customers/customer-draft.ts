import type { Customer, CustomerChange, CustomerCreate } from '../../../shared/api/customers.ts';

/** A customer as they stand in the form; every field is the text that is written. */
export type CustomerDraft = {
  name: string;
  phone: string;
  email: string;
  birthday: string;
  address: string;
  notes: string;
  /** Empty: it follows from the points. */
  tierId: string;
};

const empty: CustomerDraft = {
  name: '',
  phone: '',
  email: '',
  birthday: '',
  address: '',
  notes: '',
  tierId: '',
};

/** A new customer, with what was searched for: a number is a phone, an @ an e-mail address, anything else a name. */
export function newCustomerDraft(typed: string): CustomerDraft {
  const text = typed.trim();
  if (/^[\d\s()+.-]{4,}$/.test(text)) return { ...empty, phone: text };
  if (/^\S+@\S+$/.test(text)) return { ...empty, email: text };
  return { ...empty, name: text };
}

export function customerDraftOf(customer: Customer): CustomerDraft {
  const { name, phone, email, birthday, address, notes, tierId } = customer;
  return { name, phone, email, birthday: birthday ?? '', address, notes, tierId: tierId ?? '' };
}

function fieldsOf(draft: CustomerDraft) {
  return {
    name: draft.name.trim(),
    phone: draft.phone.trim(),
    email: draft.email.trim(),
    birthday: draft.birthday === '' ? null : draft.birthday,
    address: draft.address.trim(),
    notes: draft.notes.trim(),
    tierId: draft.tierId === '' ? null : draft.tierId,
  };
}

export function createCustomerOf(draft: CustomerDraft, id: string): CustomerCreate {
  return { id, ...fieldsOf(draft) };
}

/** Only what is different, so that what somebody else changed meanwhile is left alone. */
export function changeCustomerOf(draft: CustomerDraft, from: CustomerDraft): CustomerChange {
  const before = fieldsOf(from);
  return Object.fromEntries(
    Object.entries(fieldsOf(draft)).filter(([name, value]) => value !== before[name as keyof typeof before]),
  );
}

export function isCustomerChanged(draft: CustomerDraft, from: CustomerDraft): boolean {
  return (Object.keys(draft) as (keyof CustomerDraft)[]).some((name) => draft[name] !== from[name]);
}
