/** The hour (0–23) that the clocks of a time zone show at an instant, daylight saving time included. */
export function hourInZone(timeZone: string): (instant: string) => number {
  const format = new Intl.DateTimeFormat('en-US', {
    timeZone,
    numberingSystem: 'latn',
    hourCycle: 'h23',
    hour: '2-digit',
  });
  return (instant) => Number(format.format(Date.parse(instant)));
}
