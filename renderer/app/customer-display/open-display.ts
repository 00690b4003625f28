import { showToast } from '../../ui/toast.tsx';
import { appTexts } from '../texts.ts';
import { displayPath } from './display-message.ts';

/** Opens the customer display in a window of its own, or brings it to the front. */
export function openDisplay(): void {
  const opened = window.open(displayPath, 'sukli-customer-display', 'popup,width=1024,height=600');
  if (opened !== null) return opened.focus();
  showToast({
    tone: 'bad',
    title: appTexts.text('displayBlocked'),
    description: appTexts.text('displayBlockedWhat', { address: `${location.origin}${displayPath}` }),
  });
}
