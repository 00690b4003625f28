export type IdleStep = { kind: 'awake' } | { kind: 'warning'; secondsLeft: number } | { kind: 'lock' };

export const warningMilliseconds = 15_000;

/** Where a till stands that nobody has touched for so long. */
export function idleStep(idleMilliseconds: number, limitMilliseconds: number): IdleStep {
  const left = limitMilliseconds - idleMilliseconds;
  if (left <= 0) return { kind: 'lock' };
  if (left > warningMilliseconds) return { kind: 'awake' };
  return { kind: 'warning', secondsLeft: Math.ceil(left / 1000) };
}
