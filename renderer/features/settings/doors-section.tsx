import { Trash2 } from 'lucide-react';
import { useState } from 'react';
import type { Settings } from '../../../shared/api/settings.ts';
import { Button } from '../../ui/button.tsx';
import { ErrorNotice } from '../../ui/error-notice.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { Switch } from '../../ui/switch.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { readOrigin } from './read-origin.ts';
import { SectionForm } from './section-form.tsx';
import { settingsTexts } from './texts.ts';
import { useSection } from './use-section.ts';

type Doors = Settings['doors'];

export function DoorsSection({ saved }: { saved: Doors }) {
  const t = settingsTexts.useText();
  const section = useSection<'doors', Doors>({
    name: 'doors',
    saved,
    open: (values) => values,
    shows: () => false,
    read: (values) => ({ values }),
  });
  const { draft, change, isReadOnly } = section;
  return (
    <SectionForm section={section} what="doorsWhat">
      <Switch
        label={t('shopNetwork')}
        hint={t('shopNetworkHint')}
        checked={draft.shopNetwork}
        disabled={isReadOnly}
        onCheckedChange={(shopNetwork) => change({ shopNetwork })}
      />
      {draft.shopNetwork && (
        <ErrorNotice
          tone="warn"
          title={t('shopNetworkWarning')}
          kept={t('shopNetworkWarningKept')}
          remedy={t('shopNetworkWarningRestart')}
        />
      )}
      {!draft.shopNetwork && saved.shopNetwork && <p className="text-warn">{t('shopNetworkOffRestart')}</p>}
      <Origins
        origins={draft.allowedOrigins}
        isReadOnly={isReadOnly}
        onChange={(allowedOrigins) => change({ allowedOrigins })}
      />
    </SectionForm>
  );
}

const mostOrigins = 20;

type OriginsProps = { origins: string[]; isReadOnly: boolean; onChange: (origins: string[]) => void };

function Origins({ origins, isReadOnly, onChange }: OriginsProps) {
  const t = settingsTexts.useText();
  const [typed, setTyped] = useState('');
  const [problem, setProblem] = useState<string | undefined>();
  const add = () => {
    const origin = readOrigin(typed);
    if (origin === null) return setProblem(t('originInvalid'));
    if (origins.includes(origin)) return setProblem(t('originKnown'));
    if (origins.length >= mostOrigins) return setProblem(t('originsFull'));
    setTyped('');
    return onChange([...origins, origin]);
  };
  return (
    <section aria-label={t('origins')} className="border-t pt-4">
      <h3 className="font-semibold">{t('origins')}</h3>
      <p className="pb-2 text-sm text-ink-muted">{t('originsHint')}</p>
      {origins.length === 0 ? (
        <p className="py-2">{t('originsNone')}</p>
      ) : (
        <ul>
          {origins.map((origin) => (
            <li key={origin} className="flex min-h-12 items-center gap-2 border-b last:border-b-0">
              <span className="min-w-0 flex-1 font-mono text-sm wrap-anywhere">{origin}</span>
              <IconButton
                icon={Trash2}
                label={t('originRemove', { origin })}
                disabled={isReadOnly}
                onClick={() => onChange(origins.filter((each) => each !== origin))}
              />
            </li>
          ))}
        </ul>
      )}
      {!isReadOnly && (
        <div className="flex items-start gap-2 pt-2">
          <TextField
            label={t('origin')}
            hideLabel
            className="max-w-md flex-1"
            type="url"
            maxLength={200}
            placeholder={t('originPlaceholder')}
            value={typed}
            onChange={(event) => {
              setTyped(event.target.value);
              setProblem(undefined);
            }}
            onKeyDown={(event) => {
              if (event.key !== 'Enter') return;
              event.preventDefault();
              add();
            }}
            error={problem}
          />
          <Button disabled={typed.trim() === ''} onClick={add}>
            {t('originAdd')}
          </Button>
        </div>
      )}
    </section>
  );
}
