import { Power, PowerOff } from 'lucide-react';
import { FailureNotice } from '../../app/failure-notice.tsx';
import { Button } from '../../ui/button.tsx';
import { showToast } from '../../ui/toast.tsx';
import { offersTexts } from './texts.ts';

export type SwitchOfferProps = {
  offer: { title: string; isActive: boolean };
  mutation: { isPending: boolean; error: Error | null };
  send: (isActive: boolean, onSuccess: () => void) => void;
};

/** Switches an offer off or on at once; switching off can be undone from the message that tells of it. */
export function SwitchOffer({ offer, mutation, send }: SwitchOfferProps) {
  const t = offersTexts.useText();
  const { title, isActive } = offer;
  const turnOn = () => send(true, () => showToast({ tone: 'good', title: t('onDone', { title }) }));
  const turnOff = () =>
    send(false, () =>
      showToast({ tone: 'good', title: t('offDone', { title }), actionLabel: t('undo'), onAction: turnOn }),
    );
  return (
    <>
      {mutation.error && <FailureNotice failure={mutation.error} />}
      <Button
        icon={isActive ? PowerOff : Power}
        busy={mutation.isPending}
        onClick={isActive ? turnOff : turnOn}
      >
        {t(isActive ? 'switchOff' : 'switchOn')}
      </Button>
    </>
  );
}
