/** One line on a terminal that is written over; elsewhere a line at the start of each part only. */
export function showProgress(): { show(what: string, done: number, total: number): void; end(): void } {
  const terminal = process.stderr.isTTY;
  let said = '';
  return {
    show(what, done, total) {
      const share = total === 0 ? '' : ` ${Math.floor((100 * done) / total)} %`;
      const line = `${what}…${share} (${done.toLocaleString('en')} rows)`;
      if (terminal) process.stderr.write(`\r\u001B[K${line}`);
      else if (said !== what) process.stderr.write(`${what}…\n`);
      said = what;
    },
    end() {
      if (terminal && said !== '') process.stderr.write('\r\u001B[K');
    },
  };
}
