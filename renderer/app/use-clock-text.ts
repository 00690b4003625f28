import { useEffect, useState } from 'react';
import { useFormats } from '../ui/format.tsx';
import { nowMilliseconds } from './clock.ts';

/** The time of day in the shop, as its clock on the wall shows it. */
export function useClockText(): string {
  const { time } = useFormats();
  const [now, setNow] = useState(nowMilliseconds);
  useEffect(() => {
    const timer = setInterval(() => setNow(nowMilliseconds()), 1_000);
    return () => clearInterval(timer);
  }, []);
  return time(now);
}
