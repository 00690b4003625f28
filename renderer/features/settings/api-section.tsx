import { Link } from 'react-router';
import type { Settings } from '../../../shared/api/settings.ts';
import { ErrorNotice } from '../../ui/error-notice.tsx';
import { useFormats } from '../../ui/format.tsx';
import { NumberField } from '../../ui/number-field.tsx';
import { Switch } from '../../ui/switch.tsx';
import { useMay } from '../../state/session.ts';
import { lifetimes, readApi, type ApiDraft } from './api-draft.ts';
import { DevicesPanel } from './devices-panel.tsx';
import { DialectsPanel } from './dialects-panel.tsx';
import { durationText } from './duration-text.ts';
import { SectionForm } from './section-form.tsx';
import { settingsTexts } from './texts.ts';
import { useSection, type Section } from './use-section.ts';

/** What other programs may do here: open access, how long logins last, devices with keys, and what they can speak. */
export function ApiSection({ saved }: { saved: Settings['api'] }) {
  const t = settingsTexts.useText();
  const managesDevices = useMay('people.manage');
  const section = useSection<'api', ApiDraft>({
    name: 'api',
    saved,
    open: (values) => values,
    shows: (field) => lifetimes.some((lifetime) => lifetime.field === field),
    read: (draft) => readApi(draft, t),
  });
  return (
    <div className="flex flex-col gap-4">
      <SectionForm section={section} what="programsWhat">
        <OpenAccess section={section} />
        <Lifetimes section={section} />
        <Link to="/settings/doors" className="self-start font-semibold text-accent-text underline">
          {t('toDoors')}
        </Link>
      </SectionForm>
      {managesDevices && <DevicesPanel />}
      <DialectsPanel />
    </div>
  );
}

type PartProps = { section: Section<ApiDraft> };

function OpenAccess({ section: { draft, change, isReadOnly } }: PartProps) {
  const t = settingsTexts.useText();
  return (
    <>
      <Switch
        label={t('openAccess')}
        hint={t('openAccessHint')}
        checked={draft.openAccess}
        disabled={isReadOnly}
        onCheckedChange={(openAccess) => change({ openAccess })}
      />
      {draft.openAccess && (
        <ErrorNotice
          tone="warn"
          title={t('openAccessWarning')}
          kept={t('openAccessWarningKept')}
          remedy={t('openAccessWarningWho')}
        />
      )}
    </>
  );
}

function Lifetimes({ section: { draft, change, errorOf } }: PartProps) {
  const t = settingsTexts.useText();
  const { locale } = useFormats();
  return (
    <fieldset className="border-t pt-4">
      <legend className="sr-only">{t('lifetimes')}</legend>
      <h3 aria-hidden="true" className="pb-3 font-semibold">
        {t('lifetimes')}
      </h3>
      <div className="grid items-start gap-4 sm:grid-cols-3">
        {lifetimes.map(({ field, invalid }) => {
          const seconds = draft[field];
          return (
            <NumberField
              key={field}
              label={t(field)}
              hint={
                <>
                  {seconds !== null && t('lastsFor', { duration: durationText(seconds, locale) })}{' '}
                  {t(`${field}Hint`)}
                </>
              }
              inputMode="numeric"
              value={seconds}
              onValueChange={(next) => change({ [field]: next })}
              error={errorOf(field)}
              invalidText={t(invalid)}
            />
          );
        })}
      </div>
    </fieldset>
  );
}
