export function businessDate(instantIso: string, timeZone: string, dayCutOff: string): string {
  throw new Error(`not written yet: ${instantIso}${timeZone}${dayCutOff}`);
}
