import { useMemo } from 'react';
import { useCommonText } from '../../app/i18n.ts';
import { Combobox } from '../../ui/combobox.tsx';
import { SegmentedControl } from '../../ui/segmented-control.tsx';
import { Select } from '../../ui/select.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { countryChoices, currencyChoices, defaultsOf, localeChoices, timeZoneChoices } from './countries.ts';
import type { StepProps } from './step-props.ts';
import { taxFollowing } from './tax-defaults.ts';
import { setUpTexts } from './texts.ts';

/** A new shop with its name and place, or one that is there already and brings its own. */
export function ShopStep(props: StepProps) {
  const t = setUpTexts.useText();
  const { draft, change } = props;
  return (
    <div className="flex flex-col gap-4">
      <SegmentedControl
        label={t('joinsLabel')}
        value={draft.joins ? 'joins' : 'new'}
        onValueChange={(value) => change({ joins: value === 'joins' })}
        choices={[
          { value: 'new', label: t('joinsNew') },
          { value: 'joins', label: t('joinsThere') },
        ]}
      />
      {!draft.joins && <ShopFields {...props} />}
    </div>
  );
}

function ShopFields({ draft, change, errorOf }: StepProps) {
  const t = setUpTexts.useText();
  const common = useCommonText();
  const countries = useMemo(() => countryChoices('en'), []);
  const currencies = useMemo(() => currencyChoices(), []);
  const timeZones = useMemo(() => timeZoneChoices(), []);
  const list = { emptyText: common('nothingFound'), openLabel: common('openList') };
  return (
    <div className="grid gap-4 sm:grid-cols-2">
      <TextField
        label={t('shopName')}
        autoFocus
        className="sm:col-span-2"
        maxLength={80}
        value={draft.shopName}
        onChange={(event) => change({ shopName: event.target.value })}
        error={errorOf('shopName')}
      />
      <Combobox
        label={t('country')}
        choices={countries}
        value={draft.country}
        onValueChange={(country) =>
          change({
            country,
            ...defaultsOf(country, Intl.DateTimeFormat().resolvedOptions().timeZone),
            ...taxFollowing(draft, country),
          })
        }
        error={errorOf('country')}
        {...list}
      />
      <Combobox
        label={t('currency')}
        choices={currencies}
        value={draft.currency}
        onValueChange={(currency) => change({ currency })}
        error={errorOf('currency')}
        {...list}
      />
      <Combobox
        label={t('timeZone')}
        choices={timeZones}
        value={draft.timeZone}
        onValueChange={(timeZone) => change({ timeZone })}
        error={errorOf('timeZone')}
        {...list}
      />
      <Select
        label={t('locale')}
        choices={localeChoices(draft.country, 'en')}
        value={draft.locale}
        onValueChange={(locale) => change({ locale })}
        error={errorOf('locale')}
      />
      <TextField
        label={t('address')}
        optionalLabel={common('optional')}
        className="sm:col-span-2"
        maxLength={300}
        value={draft.address}
        onChange={(event) => change({ address: event.target.value })}
        error={errorOf('address')}
      />
      <TextField
        label={t('phone')}
        optionalLabel={common('optional')}
        maxLength={40}
        value={draft.phone}
        onChange={(event) => change({ phone: event.target.value })}
        error={errorOf('phone')}
      />
      <TextField
        label={t('taxNumber')}
        optionalLabel={common('optional')}
        maxLength={60}
        value={draft.taxNumber}
        onChange={(event) => change({ taxNumber: event.target.value })}
        error={errorOf('taxNumber')}
      />
    </div>
  );
}
