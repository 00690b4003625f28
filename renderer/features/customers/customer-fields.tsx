import { useSettings } from '../../api/settings.ts';
import { useCommonText } from '../../app/i18n.ts';
import { Select } from '../../ui/select.tsx';
import { TextArea } from '../../ui/text-area.tsx';
import { TextField } from '../../ui/text-field.tsx';
import type { CustomerDraft } from './customer-draft.ts';
import { customersTexts } from './texts.ts';

export type CustomerFieldsProps = {
  draft: CustomerDraft;
  errorOf: (field: keyof CustomerDraft) => string | undefined;
  onChange: (change: Partial<CustomerDraft>) => void;
};

/** Who a customer is. Only the name is needed. */
export function CustomerFields({ draft, errorOf, onChange }: CustomerFieldsProps) {
  const t = customersTexts.useText();
  const optionalLabel = useCommonText()('optional');
  return (
    <div className="grid gap-x-6 gap-y-4 md:grid-cols-2">
      <TextField
        label={t('name')}
        value={draft.name}
        maxLength={120}
        autoFocus
        error={errorOf('name')}
        onChange={(event) => onChange({ name: event.target.value })}
      />
      <TextField
        label={t('phone')}
        optionalLabel={optionalLabel}
        type="tel"
        value={draft.phone}
        maxLength={40}
        error={errorOf('phone')}
        onChange={(event) => onChange({ phone: event.target.value })}
      />
      <TextField
        label={t('email')}
        optionalLabel={optionalLabel}
        type="email"
        value={draft.email}
        maxLength={254}
        error={errorOf('email')}
        onChange={(event) => onChange({ email: event.target.value })}
      />
      <TextField
        label={t('birthday')}
        optionalLabel={optionalLabel}
        type="date"
        value={draft.birthday}
        error={errorOf('birthday')}
        onChange={(event) => onChange({ birthday: event.target.value })}
      />
      <TextArea
        label={t('address')}
        optionalLabel={optionalLabel}
        value={draft.address}
        maxLength={300}
        error={errorOf('address')}
        onChange={(event) => onChange({ address: event.target.value })}
      />
      <TextArea
        label={t('notes')}
        optionalLabel={optionalLabel}
        hint={t('notesHint')}
        value={draft.notes}
        maxLength={1000}
        error={errorOf('notes')}
        onChange={(event) => onChange({ notes: event.target.value })}
      />
      <TierField draft={draft} errorOf={errorOf} onChange={onChange} />
    </div>
  );
}

const automatic = 'automatic';

/** Which tier, where the shop has any; it follows from the points unless one is given by hand. */
function TierField({ draft, errorOf, onChange }: CustomerFieldsProps) {
  const t = customersTexts.useText();
  const { data: settings } = useSettings();
  const tiers = settings?.points.tiers ?? [];
  if (tiers.length === 0 && draft.tierId === '') return null;
  return (
    <Select
      label={t('tier')}
      hint={t('tierHint')}
      value={draft.tierId === '' ? automatic : draft.tierId}
      error={errorOf('tierId')}
      onValueChange={(tierId) => onChange({ tierId: tierId === automatic ? '' : tierId })}
      choices={[
        { value: automatic, label: t('tierAutomatic') },
        ...tiers.map(({ id, name }) => ({ value: id, label: name })),
      ]}
    />
  );
}
