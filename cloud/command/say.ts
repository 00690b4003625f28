/** A sentence for the person who started the cloud: beside its log, which goes to the standard output. */
export function say(sentence: string): void {
  process.stderr.write(`${sentence}\n`);
}
