import { useEffect, useEffectEvent, useState } from 'react';
import { isLockHeldOff } from '../../state/lock-hold.ts';
import { idleMilliseconds, listenForActivity, noteActivity } from './activity.ts';
import { idleStep, type IdleStep } from './idle-step.ts';

const lookEveryMilliseconds = 250;

/** Watches whether somebody is at the till; `onLock` once nobody was for the whole time. */
export function useIdleStep(limitMilliseconds: number, onLock: () => void): IdleStep {
  const [step, setStep] = useState<IdleStep>({ kind: 'awake' });
  const lock = useEffectEvent(onLock);
  useEffect(() => {
    const stop = listenForActivity();
    const look = () => {
      if (isLockHeldOff()) noteActivity();
      const next = idleStep(idleMilliseconds(), limitMilliseconds);
      if (next.kind === 'lock') lock();
      else setStep((now) => (JSON.stringify(now) === JSON.stringify(next) ? now : next));
    };
    const timer = setInterval(look, lookEveryMilliseconds);
    return () => {
      clearInterval(timer);
      stop();
    };
  }, [limitMilliseconds]);
  return step;
}
