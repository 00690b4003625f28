import { useEffect, useState } from 'react';
import { nowMilliseconds } from './clock.ts';

/** The time now, told again every so many milliseconds: for ages that grow while they are looked at. */
export function useNow(everyMilliseconds: number): number {
  const [now, setNow] = useState(nowMilliseconds);
  useEffect(() => {
    const timer = setInterval(() => setNow(nowMilliseconds()), everyMilliseconds);
    return () => clearInterval(timer);
  }, [everyMilliseconds]);
  return now;
}
