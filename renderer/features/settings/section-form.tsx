import { Save } from 'lucide-react';
import type { FormEvent, ReactNode } from 'react';
import { FailureNotice } from '../../app/failure-notice.tsx';
import { useCommonText } from '../../app/i18n.ts';
import { Button } from '../../ui/button.tsx';
import { LeaveGuard } from './leave-guard.tsx';
import { settingsTexts, type SettingsTextKey } from './texts.ts';
import type { Section } from './use-section.ts';

export type SectionFormProps = {
  section: Pick<
    Section<unknown>,
    'name' | 'isDirty' | 'isSaving' | 'isReadOnly' | 'failure' | 'save' | 'discard'
  >;
  what: SettingsTextKey;
  /** Stands beside the form: a preview, a queue. */
  beside?: ReactNode;
  children: ReactNode;
};

/** A part of the settings with its own Save; asks before what is not saved would be lost. */
export function SectionForm({ section, what, beside, children }: SectionFormProps) {
  const t = settingsTexts.useText();
  const common = useCommonText();
  const { name, isDirty, isSaving, isReadOnly, failure } = section;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    section.save();
  };
  return (
    <div className={beside ? 'grid items-start gap-4 lg:grid-cols-[minmax(0,1fr)_auto]' : undefined}>
      <form
        onSubmit={submit}
        noValidate
        aria-label={t(name)}
        className="relative max-w-4xl rounded-card border bg-surface shadow-low"
      >
        <header className="border-b px-5 py-3">
          <h2 className="text-lg font-semibold">{t(name)}</h2>
          <p className="text-ink-muted">{t(what)}</p>
        </header>
        <fieldset disabled={isReadOnly} className="flex min-w-0 flex-col gap-4 px-5 py-4">
          {children}
        </fieldset>
        {!isReadOnly && (
          <footer className="sticky -bottom-4 z-1 flex flex-wrap items-center justify-end gap-2 rounded-b-card border-t bg-surface px-5 py-3 lg:-bottom-5">
            {failure !== null && <FailureNotice failure={failure} className="w-full" />}
            {isDirty && <p className="mr-auto font-medium text-warn">{t('unsaved')}</p>}
            <Button variant="quiet" disabled={!isDirty || isSaving} onClick={section.discard}>
              {t('discard')}
            </Button>
            <Button type="submit" variant="primary" icon={Save} disabled={!isDirty} busy={isSaving}>
              {common('save')}
            </Button>
          </footer>
        )}
      </form>
      {beside}
      <LeaveGuard isDirty={isDirty} part={t(name)} />
    </div>
  );
}
