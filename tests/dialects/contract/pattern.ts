const day = String.raw`\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}`;

/** What differs from run to run, by the name it has in a row. */
const shapes: Record<string, string> = {
  int: String.raw`-?\d+`,
  count: String.raw`[1-9]\d*`,
  five: String.raw`\d{5}`,
  hex32: '[0-9A-F]{32}',
  jwt: String.raw`[\w-]+\.[\w-]+\.[\w-]+`,
  money: String.raw`-?\d+\.\d\d`,
  number: String.raw`-?\d+(?:\.\d+)?`,
  text: String.raw`(?:[^"\\]|\\.)+`,
  maybe: String.raw`(?:[^"\\]|\\.)*`,
  all: String.raw`[\s\S]*`,
  utc: `${day}Z`,
  naive: day,
  manila: String.raw`${day}\+08:00`,
};

/** Puts the world's words into a text; the names of shapes stay. Throws for a name that nobody knows. */
export function fill(text: string, words: ReadonlyMap<string, string>): string {
  return text.replaceAll(/«([^»]+)»/g, (whole, name: string) => {
    const word = words.get(name);
    if (word !== undefined) return word;
    if (Object.hasOwn(shapes, name)) return whole;
    throw new Error(`the world knows no ${whole}`);
  });
}

/** Whether a text is the expected one, letter by letter but for its shapes. */
export function fits(text: string, expected: string): boolean {
  const source = expected
    .split(/(«[^»]+»)/)
    .map((part) =>
      part.startsWith('«')
        ? (shapes[part.slice(1, -1)] ?? part)
        : part.replaceAll(/[\\^$.*+?()[\]{}|/]/g, String.raw`\$&`),
    )
    .join('');
  return new RegExp(`^${source}$`, 'u').test(text);
}
