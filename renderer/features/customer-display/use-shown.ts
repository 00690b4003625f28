import { useEffect, useState } from 'react';
import {
  displayChannel,
  type DisplayMessage,
  type Shown,
} from '../../app/customer-display/display-message.ts';
import { hearTill, shownOf } from './follow-tills.ts';

const lingerMilliseconds = 12_000;

/** What the till tells this display; it is asked whenever one of the two was loaded again. */
export function useShown(): Shown | null {
  const [tills, setTills] = useState<readonly Shown[]>([]);
  useEffect(() => {
    const channel = new BroadcastChannel(displayChannel);
    const ask = () => channel.postMessage({ kind: 'ask' } satisfies DisplayMessage);
    channel.addEventListener('message', ({ data }: MessageEvent<DisplayMessage>) => {
      if (data.kind === 'here') ask();
      setTills((known) => hearTill(known, data));
    });
    ask();
    return () => channel.close();
  }, []);
  return useLingering(shownOf(tills));
}

/** The cashier goes on at once; the customer may read the change, and scan the code, for a while longer. */
function useLingering(now: Shown | null): Shown | null {
  const [shown, setShown] = useState(now);
  const lingers = shown?.state.kind === 'thanks' && now?.state.kind === 'idle';
  if (!lingers && shown !== now) setShown(now);
  useEffect(() => {
    if (!lingers) return undefined;
    const timer = setTimeout(() => setShown(now), lingerMilliseconds);
    return () => clearTimeout(timer);
  }, [lingers, now]);
  return shown;
}
