const mark = 'SUKLI-JOIN:';
const shape = /^SUKLI-JOIN:(https?:\/\/[^\s#]+)#([\w-]{8,40})$/i;

/** The text of a QR code that a new till scans: the cloud's address and its one-time code in one. */
export function writeJoinText({ url, code }: { url: string; code: string }): string {
  return `${mark}${url}#${code}`;
}

/** Address and one-time code of a scanned or pasted text; null where it is another text. */
export function readJoinText(text: string): { url: string; code: string } | null {
  const [, url, code] = shape.exec(text.trim()) ?? [];
  return url === undefined || code === undefined ? null : { url, code };
}
