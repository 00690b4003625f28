import { Maximize } from 'lucide-react';
import { useSyncExternalStore } from 'react';
import { IconButton } from '../../ui/icon-button.tsx';
import { displayTexts } from './texts.ts';

const fullScreen = matchMedia('(display-mode: fullscreen)');

function listen(onChange: () => void): () => void {
  fullScreen.addEventListener('change', onChange);
  return () => fullScreen.removeEventListener('change', onChange);
}

/** Gives the display the whole screen; gone once it has. */
export function FullScreenButton() {
  const t = displayTexts.useText();
  const isFull = useSyncExternalStore(listen, () => fullScreen.matches);
  if (isFull || !document.fullscreenEnabled) return null;
  return (
    <IconButton
      icon={Maximize}
      label={t('fullScreen')}
      onClick={() => void document.documentElement.requestFullscreen().catch(() => undefined)}
    />
  );
}
