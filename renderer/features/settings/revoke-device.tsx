import type { Device } from '../../../shared/api/people.ts';
import { useRevokeDevice } from '../../api/devices.ts';
import { RevokeButton } from '../../app/revoke-button.tsx';
import { settingsTexts } from './texts.ts';

/** Ends a device's key. */
export function RevokeDevice({ device: { id, name } }: { device: Device }) {
  const t = settingsTexts.useText();
  return (
    <RevokeButton
      id={id}
      revoke={useRevokeDevice()}
      words={{
        act: t('deviceRevoke'),
        actOf: t('deviceRevokeOf', { name }),
        title: t('deviceRevokeTitle', { name }),
        what: t('deviceRevokeWhat'),
        keep: t('deviceRevokeKeep'),
        done: t('deviceRevokeDone', { name }),
      }}
    />
  );
}
