import { useScan } from '../../app/scanner/use-scan.ts';
import { TextField } from '../../ui/text-field.tsx';
import type { JoinDraft, JoinProblems } from './join-draft.ts';
import { syncTexts } from './texts.ts';

export type JoinFieldsProps = {
  draft: JoinDraft;
  /** What to say is wrong; null before it was tried. */
  problems: JoinProblems | null;
  /** The address is known already. */
  startsAtCode: boolean;
  onType: (field: keyof JoinDraft, text: string) => void;
  /** A code came from the scanner. */
  onScan: (code: string) => void;
};

/** Address and code of the cloud, and what this till is called there. */
export function JoinFields({ draft, problems, startsAtCode, onType, onScan }: JoinFieldsProps) {
  const t = syncTexts.useText();
  useScan(({ code }) => onScan(code));
  return (
    <>
      <TextField
        label={t('joinUrl')}
        hint={t('joinUrlHint')}
        inputMode="url"
        autoCapitalize="none"
        autoFocus={!startsAtCode}
        maxLength={300}
        value={draft.url}
        onChange={(event) => onType('url', event.target.value)}
        error={problems?.url === true ? t('joinUrlNeeded') : undefined}
      />
      <TextField
        label={t('joinCode')}
        hint={t('joinCodeHint')}
        autoCapitalize="characters"
        autoFocus={startsAtCode}
        inputClassName="font-mono uppercase"
        maxLength={340}
        value={draft.code}
        onChange={(event) => onType('code', event.target.value)}
        error={problems?.code === true ? t('joinCodeNeeded') : undefined}
      />
      <TextField
        label={t('joinName')}
        hint={t('joinNameHint')}
        maxLength={60}
        value={draft.name}
        onChange={(event) => onType('name', event.target.value)}
      />
    </>
  );
}
