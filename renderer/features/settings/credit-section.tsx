import type { Settings } from '../../../shared/api/settings.ts';
import { MoneyField } from '../../ui/money-field.tsx';
import { NumberField } from '../../ui/number-field.tsx';
import { Switch } from '../../ui/switch.tsx';
import { SectionForm } from './section-form.tsx';
import { settingsTexts } from './texts.ts';
import { useSection } from './use-section.ts';

type Credit = Settings['credit'];
type Draft = Omit<Credit, 'giftCardMonths' | 'accountLimitMinor'> & {
  giftCardMonths: number | null;
  accountLimitMinor: number | null;
};

const mostMonths = 120;

/** Gift cards, store credit and accounts: what the shop offers, and how far it trusts. */
export function CreditSection({ saved }: { saved: Credit }) {
  const t = settingsTexts.useText();
  const section = useSection<'credit', Draft>({
    name: 'credit',
    saved,
    open: (values) => values,
    shows: (field) => field === 'giftCardMonths' || field === 'accountLimitMinor',
    read: ({ giftCardMonths, accountLimitMinor, ...switches }) => {
      if (giftCardMonths === null || giftCardMonths < 0 || giftCardMonths > mostMonths)
        return { problems: { giftCardMonths: t('giftCardMonthsInvalid') } };
      if (accountLimitMinor === null || accountLimitMinor < 0)
        return { problems: { accountLimitMinor: t('accountLimitInvalid') } };
      return { values: { ...switches, giftCardMonths, accountLimitMinor } };
    },
  });
  const { draft, change, errorOf, isReadOnly } = section;
  return (
    <SectionForm section={section} what="creditWhat">
      <Switch
        label={t('giftCards')}
        hint={t('giftCardsHint')}
        checked={draft.giftCards}
        disabled={isReadOnly}
        onCheckedChange={(giftCards) => change({ giftCards })}
      />
      {draft.giftCards && (
        <NumberField
          label={t('giftCardMonths')}
          hint={t('giftCardMonthsHint')}
          value={draft.giftCardMonths}
          onValueChange={(giftCardMonths) => change({ giftCardMonths })}
          error={errorOf('giftCardMonths')}
          invalidText={t('giftCardMonthsInvalid')}
          className="max-w-xs"
        />
      )}
      <Switch
        label={t('storeCredit')}
        hint={t('storeCreditHint')}
        checked={draft.storeCredit}
        disabled={isReadOnly}
        onCheckedChange={(storeCredit) => change({ storeCredit })}
      />
      <Switch
        label={t('onAccount')}
        hint={t('onAccountHint')}
        checked={draft.onAccount}
        disabled={isReadOnly}
        onCheckedChange={(onAccount) => change({ onAccount })}
      />
      {draft.onAccount && (
        <MoneyField
          label={t('accountLimit')}
          hint={t('accountLimitHint')}
          value={draft.accountLimitMinor}
          onValueChange={(accountLimitMinor) => change({ accountLimitMinor })}
          error={errorOf('accountLimitMinor')}
          invalidText={t('accountLimitInvalid')}
          className="max-w-xs"
        />
      )}
    </SectionForm>
  );
}
