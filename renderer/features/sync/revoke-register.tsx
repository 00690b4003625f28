import { useRevokeRegister } from '../../api/sync.ts';
import { RevokeButton } from '../../app/revoke-button.tsx';
import { tillsTexts } from './tills-texts.ts';

/** Takes another till out of the cloud. */
export function RevokeRegister({ id, name }: { id: string; name: string }) {
  const t = tillsTexts.useText();
  return (
    <RevokeButton
      id={id}
      revoke={useRevokeRegister()}
      words={{
        act: t('revoke'),
        actOf: t('revokeOf', { name }),
        title: t('revokeTitle', { name }),
        what: t('revokeWhat'),
        keep: t('revokeKeep'),
        done: t('revokeDone', { name }),
      }}
    />
  );
}
