import { useEffect, useId } from 'react';
import { holdOffLock } from '../state/lock-hold.ts';

/** For what is half counted or half paid: the till does not lock by itself while `isOn`. */
export function useHoldOffLock(isOn: boolean): void {
  const id = useId();
  useEffect(() => {
    holdOffLock(id, isOn);
    return () => holdOffLock(id, false);
  }, [id, isOn]);
}
