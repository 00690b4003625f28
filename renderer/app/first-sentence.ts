/** What happened, of a message that goes on to say what was kept. */
export function firstSentence(message: string): string {
  return /^.*?[.!?](?=\s|$)/.exec(message)?.[0] ?? message;
}
