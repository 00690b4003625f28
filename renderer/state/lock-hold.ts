const reasons = new Set<string>();

/** Keeps the till from locking by itself for as long as a reason stands: money is being taken or counted. */
export function holdOffLock(reason: string, isOn: boolean): void {
  if (isOn) reasons.add(reason);
  else reasons.delete(reason);
}

export function isLockHeldOff(): boolean {
  return reasons.size > 0;
}
