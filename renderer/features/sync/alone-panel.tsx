import { Link2, Check } from 'lucide-react';
import { useState } from 'react';
import { useSearchParams } from 'react-router';
import type { SyncStatus } from '../../../shared/api/sync.ts';
import { useMay } from '../../state/session.ts';
import { Button } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { useFormats } from '../../ui/format.tsx';
import { usePageKeys } from '../../ui/use-page-keys.ts';
import { JoinDialog } from './join-dialog.tsx';
import { syncTexts } from './texts.ts';

const gives = ['aloneGivesCopy', 'aloneGivesShare', 'aloneGivesNew', 'aloneGivesOffline'] as const;

/** A till that belongs to no cloud: that this is fine, and what joining would give. `/sync?join` begins with that. */
export function AlonePanel({ status: { waiting } }: { status: SyncStatus }) {
  const t = syncTexts.useText();
  const { number } = useFormats();
  const mayJoin = useMay('sync.manage');
  const [parameters] = useSearchParams();
  const [isJoining, setJoining] = useState(() => mayJoin && parameters.has('join'));
  usePageKeys({ j: () => mayJoin && setJoining(true) });
  return (
    <Card className="mx-auto my-auto w-full max-w-2xl p-6">
      <h2 className="text-lg font-semibold">{t('aloneTitle')}</h2>
      <p className="figures text-ink-muted">{t('aloneKept', { count: waiting, number: number(waiting) })}</p>
      <p className="pt-4 pb-2 font-medium">{t('aloneGives')}</p>
      <ul className="flex flex-col gap-2">
        {gives.map((key) => (
          <li key={key} className="flex items-start gap-3">
            <Check className="mt-0.5 size-5 shrink-0 text-accent-text" aria-hidden="true" />
            {t(key)}
          </li>
        ))}
      </ul>
      {mayJoin && (
        <Button
          variant="primary"
          size="large"
          icon={Link2}
          keyLabel="J"
          className="mt-6"
          onClick={() => setJoining(true)}
        >
          {t('join')}
        </Button>
      )}
      {isJoining && <JoinDialog onClose={() => setJoining(false)} />}
    </Card>
  );
}
