import { LogOut } from 'lucide-react';
import { useState } from 'react';
import type { SyncStatus } from '../../../shared/api/sync.ts';
import { useMay } from '../../state/session.ts';
import { Button } from '../../ui/button.tsx';
import { Panel } from '../../ui/card.tsx';
import { useFormats } from '../../ui/format.tsx';
import { LeaveDialog } from './leave-dialog.tsx';
import { syncTexts } from './texts.ts';

type MembershipPanelProps = { joined: NonNullable<SyncStatus['joined']>; waiting: number };

/** The business, the shop and the name under which this till belongs to the cloud, and the way out of it. */
export function MembershipPanel({ joined, waiting }: MembershipPanelProps) {
  const t = syncTexts.useText();
  const { date } = useFormats();
  const mayManage = useMay('sync.manage');
  const [isLeaving, setLeaving] = useState(false);
  const facts = [
    ...(joined.organisation === joined.store.name ? [] : [[t('organisation'), joined.organisation] as const]),
    [t('store'), `${joined.store.name} (${joined.store.code})`],
    [t('register'), `${joined.register.name} (${joined.register.code})`],
    [t('address'), joined.url],
    [t('joinedAt'), date(joined.joinedAt)],
  ] as const;
  return (
    <Panel title={t('membership')}>
      <dl className="flex flex-col gap-2">
        {facts.map(([label, value]) => (
          <div key={label} className="flex items-baseline justify-between gap-4">
            <dt className="shrink-0 text-ink-muted">{label}</dt>
            <dd className="min-w-0 text-right font-medium wrap-anywhere">{value}</dd>
          </div>
        ))}
      </dl>
      {mayManage && (
        <Button icon={LogOut} className="mt-4 w-full" onClick={() => setLeaving(true)}>
          {t('leave')}
        </Button>
      )}
      {isLeaving && <LeaveDialog waiting={waiting} onClose={() => setLeaving(false)} />}
    </Panel>
  );
}
