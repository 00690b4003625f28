import { useCustomersById } from '../../api/customers.ts';
import { useSettings } from '../../api/settings.ts';
import { ChipGroup } from '../../ui/chip-group.tsx';
import { SegmentedControl } from '../../ui/segmented-control.tsx';
import { ChosenThings, mostShown } from './chosen-things.tsx';
import { PickCustomer } from './pick-customer.tsx';
import type { AudienceKind, PromotionDraft } from './promotion-draft.ts';
import { offersTexts } from './texts.ts';
import type { OfferForm } from './use-offer-form.ts';

const kinds: readonly AudienceKind[] = ['everybody', 'members', 'tiers', 'customers'];

/** Who may have a promotion. */
export function AudienceFields({ form }: { form: OfferForm<PromotionDraft> }) {
  const t = offersTexts.useText();
  const { draft, change } = form;
  return (
    <>
      <SegmentedControl
        label={t('audience')}
        hideLabel
        value={draft.audienceKind}
        onValueChange={(audienceKind) => change({ audienceKind })}
        choices={kinds.map((kind) => ({ value: kind, label: t(`audience-${kind}`) }))}
      />
      {draft.audienceKind === 'members' && <p className="text-sm text-ink-muted">{t('membersHint')}</p>}
      {draft.audienceKind === 'tiers' && <Tiers form={form} />}
      {draft.audienceKind === 'customers' && <Customers form={form} />}
    </>
  );
}

function Tiers({ form: { draft, change, errorOf } }: { form: OfferForm<PromotionDraft> }) {
  const t = offersTexts.useText();
  const { data: settings } = useSettings();
  const tiers = settings?.points.tiers ?? [];
  if (tiers.length === 0) return <p className="text-ink-muted">{t('noTiers')}</p>;
  return (
    <ChipGroup
      label={t('tiersLabel')}
      hideLabel
      choices={tiers.map(({ id, name }) => ({ value: id, label: name }))}
      chosen={draft.tierIds}
      error={errorOf('tierIds')}
      onChange={(tierIds) => change({ tierIds })}
    />
  );
}

function Customers({ form: { draft, change, errorOf } }: { form: OfferForm<PromotionDraft> }) {
  const t = offersTexts.useText();
  const { customerIds } = draft;
  const customers = useCustomersById(customerIds.slice(0, mostShown));
  return (
    <>
      <PickCustomer
        label={t('customerSearch')}
        without={customerIds}
        error={errorOf('customerIds')}
        onPick={(id) => change({ customerIds: [...customerIds, id] })}
      />
      <ChosenThings
        label={t('chosenCustomers')}
        ids={customerIds}
        nameOf={(id) => customers.get(id)?.name}
        onChange={(ids) => change({ customerIds: ids })}
      />
    </>
  );
}
