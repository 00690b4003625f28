import { useMemo } from 'react';
import type { Settings } from '../../../shared/api/settings.ts';
import { useCommonText } from '../../app/i18n.ts';
import { Combobox } from '../../ui/combobox.tsx';
import { Select } from '../../ui/select.tsx';
import { TextArea } from '../../ui/text-area.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { countryChoices, currencyChoices, localeChoices, timeZoneChoices } from '../setup/index.tsx';
import { SectionForm } from './section-form.tsx';
import { settingsTexts } from './texts.ts';
import { useSection, type Section } from './use-section.ts';

type Shop = Settings['shop'];

const clockTime = /^([01]\d|2[0-3]):[0-5]\d$/;

export function ShopSection({ saved }: { saved: Shop }) {
  const t = settingsTexts.useText();
  const section = useSection<'shop', Shop>({
    name: 'shop',
    saved,
    open: (values) => values,
    shows: (field) => Object.hasOwn(saved, field),
    read: (draft) => {
      if (draft.name.trim() === '') return { problems: { name: t('shopNameNeeded') } };
      if (!clockTime.test(draft.dayCutOff)) return { problems: { dayCutOff: t('dayCutOffInvalid') } };
      return { values: draft };
    },
  });
  return (
    <SectionForm section={section} what="shopWhat">
      <ShopIdentity section={section} />
      <ShopPlace section={section} />
    </SectionForm>
  );
}

function ShopIdentity({ section: { draft, change, errorOf } }: { section: Section<Shop> }) {
  const t = settingsTexts.useText();
  const common = useCommonText();
  return (
    <div className="grid gap-4 sm:grid-cols-2">
      <TextField
        label={t('shopName')}
        className="sm:col-span-2"
        maxLength={80}
        value={draft.name}
        onChange={(event) => change({ name: event.target.value })}
        error={errorOf('name')}
      />
      <TextArea
        label={t('address')}
        optionalLabel={common('optional')}
        className="sm:row-span-2"
        rows={4}
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

function ShopPlace({ section: { draft, change, errorOf, isReadOnly } }: { section: Section<Shop> }) {
  const t = settingsTexts.useText();
  const common = useCommonText();
  const countries = useMemo(() => countryChoices('en'), []);
  const currencies = useMemo(() => currencyChoices(), []);
  const timeZones = useMemo(() => withOwn(timeZoneChoices(), draft.timeZone), [draft.timeZone]);
  const list = {
    emptyText: common('nothingFound'),
    openLabel: common('openList'),
    disabled: isReadOnly,
  };
  return (
    <div className="grid gap-4 sm:grid-cols-2">
      <Combobox
        label={t('country')}
        hint={t('countryHint')}
        choices={countries}
        value={draft.country}
        onValueChange={(country) => change({ country })}
        error={errorOf('country')}
        {...list}
      />
      <Combobox
        label={t('currency')}
        hint={t('currencyHint')}
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
        choices={withOwn(localeChoices(draft.country, 'en'), draft.locale)}
        value={draft.locale}
        onValueChange={(locale) => change({ locale })}
        disabled={isReadOnly}
        error={errorOf('locale')}
      />
      <TextField
        label={t('dayCutOff')}
        hint={t('dayCutOffHint')}
        type="time"
        inputClassName="figures"
        value={draft.dayCutOff}
        onChange={(event) => change({ dayCutOff: event.target.value })}
        error={errorOf('dayCutOff')}
      />
    </div>
  );
}

/** The choices, with what is set now among them even when it is not proposed. */
function withOwn<Choice extends { value: string; label: string }>(choices: Choice[], own: string) {
  return choices.some(({ value }) => value === own) ? choices : [{ value: own, label: own }, ...choices];
}
