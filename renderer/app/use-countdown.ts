import { useEffect, useState } from 'react';
import { steadyMilliseconds } from './clock.ts';

/** Whole seconds left; `start` sets them anew. */
export function useCountdown(): { secondsLeft: number; start: (seconds: number) => void } {
  const [endsAt, setEndsAt] = useState<number | null>(null);
  const [secondsLeft, setSecondsLeft] = useState(0);
  useEffect(() => {
    if (endsAt === null) return undefined;
    const timer = setInterval(() => {
      const left = Math.max(0, Math.ceil((endsAt - steadyMilliseconds()) / 1000));
      setSecondsLeft(left);
      if (left === 0) setEndsAt(null);
    }, 250);
    return () => clearInterval(timer);
  }, [endsAt]);
  return {
    secondsLeft,
    start: (seconds) => {
      setSecondsLeft(Math.ceil(seconds));
      setEndsAt(steadyMilliseconds() + seconds * 1000);
    },
  };
}
