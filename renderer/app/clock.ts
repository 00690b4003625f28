/** The only place of the screens that asks what time it is. */
export function nowMilliseconds(): number {
  return Date.now();
}

/** Runs on steadily whatever happens to the wall clock; for measuring how long ago something was. */
export function steadyMilliseconds(): number {
  return performance.now();
}
