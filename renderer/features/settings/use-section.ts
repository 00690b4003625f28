import { useState } from 'react';
import type { Settings, SettingsChange } from '../../../shared/api/settings.ts';
import { isApiFailure } from '../../api/api-failure.ts';
import { useChangeSettings } from '../../api/settings.ts';
import { useCommonText } from '../../app/i18n.ts';
import { useMay } from '../../state/session.ts';
import { showToast } from '../../ui/toast.tsx';
import { changedFields } from './changed-fields.ts';
import { settingsTexts } from './texts.ts';

export type SectionName = keyof Settings;

/** What is wrong with a draft, by field; the words, ready to be shown. */
export type Problems = Readonly<Record<string, string>>;

export type Section<Draft> = {
  name: SectionName;
  draft: Draft;
  change: (changes: Partial<Draft>) => void;
  /** What is wrong with a field (`host`, `classes.0.name`), by this screen or by the engine. */
  errorOf: (field: string) => string | undefined;
  isDirty: boolean;
  isSaving: boolean;
  /** Nobody who is signed in here may change it. */
  isReadOnly: boolean;
  /** A failed save that is about no field that was named. */
  failure: unknown;
  save: () => void;
  discard: () => void;
};

export type SectionOptions<Name extends SectionName, Draft> = {
  name: Name;
  saved: Settings[Name];
  /** As a person edits it; the same shape unless given. */
  open: (saved: Settings[Name]) => Draft;
  /** What to send, or what is wrong. */
  read: (draft: Draft) => { values: Settings[Name] } | { problems: Problems };
  /** What is saved with it that belongs to another part. */
  also?: (draft: Draft) => SettingsChange;
  /** The fields that show what is wrong with them; everything else is told beside the Save button. */
  shows: (field: string) => boolean;
};

/** One part of the settings as it is being changed: kept apart from what is saved until it is saved. */
export function useSection<Name extends SectionName, Draft extends object>({
  name,
  saved,
  open,
  read,
  also,
  shows,
}: SectionOptions<Name, Draft>): Section<Draft> {
  const t = settingsTexts.useText();
  const common = useCommonText();
  const mayEdit = useMay('settings.edit');
  const [draft, setDraft] = useState<Draft | null>(null);
  const [problems, setProblems] = useState<Problems>({});
  const { mutate, reset, error, isPending } = useChangeSettings();
  const shown = draft ?? open(saved);
  const said = isApiFailure(error) ? error.field?.replace(`${name}.`, '') : undefined;
  const isSaidAtField = said !== undefined && shows(said);

  return {
    name,
    draft: shown,
    change: (changes) => {
      setDraft({ ...shown, ...changes });
      setProblems({});
      if (error !== null) reset();
    },
    errorOf: (field) =>
      problems[field] ?? (said === field ? engineWords(error, common('unexpected')) : undefined),
    isDirty: draft !== null && JSON.stringify(draft) !== JSON.stringify(open(saved)),
    isSaving: isPending,
    isReadOnly: !mayEdit,
    failure: error !== null && !isSaidAtField ? error : null,
    save: () => {
      if (isPending) return;
      const found = read(shown);
      setProblems('problems' in found ? found.problems : {});
      if ('problems' in found) return;
      mutate(
        { ...also?.(shown), [name]: changedFields(saved, found.values) },
        {
          onSuccess: () => {
            setDraft(null);
            showToast({ tone: 'good', title: t('savedPart', { part: t(name) }) });
          },
        },
      );
    },
    discard: () => {
      setDraft(null);
      setProblems({});
      reset();
    },
  };
}

/** The engine leads its sentences with the field's path, which the place on the screen says already. */
function engineWords(error: unknown, otherwise: string): string {
  if (!isApiFailure(error)) return otherwise;
  const words = error.message.replace(/^[a-z]\w*(\.\w+)*: /i, '');
  return words.charAt(0).toUpperCase() + words.slice(1);
}
