export function foldText(text: string): string {
  throw new Error(`not written yet: ${text}`);
}
