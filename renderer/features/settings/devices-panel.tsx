import { KeyRound, Plus } from 'lucide-react';
import { useState } from 'react';
import type { Device } from '../../../shared/api/people.ts';
import { useDevices } from '../../api/devices.ts';
import { FailureNotice } from '../../app/failure-notice.tsx';
import { Badge } from '../../ui/badge.tsx';
import { Button } from '../../ui/button.tsx';
import { Panel } from '../../ui/card.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { useFormats } from '../../ui/format.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { EnrolDeviceDialog } from './enrol-device-dialog.tsx';
import { RevokeDevice } from './revoke-device.tsx';
import { settingsTexts } from './texts.ts';

/** The devices that have a key of their own, the revoked ones last. */
export function DevicesPanel() {
  const t = settingsTexts.useText();
  const { data: devices, error, refetch } = useDevices();
  const [isAdding, setAdding] = useState(false);
  const add = (
    <Button icon={Plus} onClick={() => setAdding(true)}>
      {t('deviceAdd')}
    </Button>
  );
  return (
    <Panel
      title={t('devices')}
      description={t('devicesWhat')}
      className="max-w-4xl"
      bodyClassName="py-1!"
      actions={devices?.length !== 0 && add}
    >
      {error !== null && <FailureNotice failure={error} onRetry={() => void refetch()} className="my-3" />}
      {devices === undefined ? (
        error === null && <Skeleton className="my-3 h-24" />
      ) : devices.length === 0 ? (
        <EmptyState icon={KeyRound} title={t('devicesNone')} action={add} />
      ) : (
        <ul aria-label={t('devices')}>
          {inOrder(devices).map((device) => (
            <DeviceRow key={device.id} device={device} />
          ))}
        </ul>
      )}
      {isAdding && <EnrolDeviceDialog onClose={() => setAdding(false)} />}
    </Panel>
  );
}

/** Those that work first, the newest of each before the others. */
function inOrder(devices: readonly Device[]): Device[] {
  const newest = [...devices].reverse();
  return [
    ...newest.filter(({ revokedAt }) => revokedAt === null),
    ...newest.filter(({ revokedAt }) => revokedAt !== null),
  ];
}

function DeviceRow({ device }: { device: Device }) {
  const t = settingsTexts.useText();
  const { date, dateTime } = useFormats();
  const { name, createdAt, lastSeenAt, revokedAt } = device;
  return (
    <li className="flex min-h-14 items-center gap-3 border-b py-1.5 last:border-b-0">
      <div className="min-w-0 flex-1">
        <p className={revokedAt === null ? 'truncate font-medium' : 'truncate text-ink-muted'}>{name}</p>
        <p className="figures text-sm text-ink-muted">
          {t('deviceSince', { date: date(createdAt) })} ·{' '}
          {lastSeenAt === null ? t('deviceNeverSeen') : t('deviceSeen', { at: dateTime(lastSeenAt) })}
        </p>
      </div>
      {revokedAt === null ? (
        <RevokeDevice device={device} />
      ) : (
        <Badge>{t('deviceRevoked', { date: date(revokedAt) })}</Badge>
      )}
    </li>
  );
}
