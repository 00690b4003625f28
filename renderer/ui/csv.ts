const isFigure = (text: string) => /^-?\d+(\.\d+)?$/.test(text);

/** A field of a CSV file, in quotes where it needs them; never something a spreadsheet would run as a formula. */
export function csvField(text: string): string {
  const harmless = /^[=+\-@\t\r]/.test(text) && !isFigure(text) ? `'${text}` : text;
  return /[",\n\r]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}

/** Lines of fields as a CSV file that spreadsheets open as UTF-8. */
export function csvFile(lines: readonly (readonly string[])[]): Blob {
  const text = lines.map((fields) => fields.map(csvField).join(',')).join('\r\n');
  return new Blob([`\uFEFF${text}\r\n`], { type: 'text/csv' });
}
