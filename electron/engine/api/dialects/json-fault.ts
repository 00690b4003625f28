type Fault = { message: string; at: number };
type Read = { at: number } | Fault;

const space = /[ \t\n\r]*/y;
const number = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][-+]?\d+)?/y;

/**
 * What Python's json module says of a text that is not JSON: clients and their tests know these sentences. Says
 * something general where the text is JSON after all.
 */
export function jsonFault(text: string): string {
  if (text.startsWith('\uFEFF')) return placed(text, 'Unexpected UTF-8 BOM (decode using utf-8-sig)', 0);
  const read = readValue(text, skipSpace(text, 0));
  if ('message' in read) return placed(text, read.message, read.at);
  const end = skipSpace(text, read.at);
  return end === text.length ? 'Invalid JSON' : placed(text, 'Extra data', end);
}

function placed(text: string, message: string, at: number): string {
  if (message.startsWith('Out of range')) return message;
  const before = text.slice(0, at).split('\n');
  return `${message}: line ${before.length} column ${(before.at(-1) ?? '').length + 1} (char ${at})`;
}

function skipSpace(text: string, at: number): number {
  space.lastIndex = at;
  space.test(text);
  return space.lastIndex;
}

function readValue(text: string, at: number): Read {
  const first = text[at];
  if (first === '"') return readString(text, at + 1);
  if (first === '{') return readObject(text, at + 1);
  if (first === '[') return readArray(text, at + 1);
  for (const word of ['null', 'true', 'false'])
    if (text.startsWith(word, at)) return { at: at + word.length };
  for (const word of ['NaN', 'Infinity', '-Infinity']) {
    if (text.startsWith(word, at)) {
      return { message: `Out of range float values are not JSON compliant: '${word}'`, at };
    }
  }
  number.lastIndex = at;
  if (number.test(text)) return { at: number.lastIndex };
  return { message: 'Expecting value', at };
}

function readString(text: string, start: number): Read {
  let at = start;
  for (;;) {
    const character = text[at];
    if (character === undefined) return { message: 'Unterminated string starting at', at: start - 1 };
    if (character === '"') return { at: at + 1 };
    if (character < ' ') return { message: 'Invalid control character at', at };
    if (character !== '\\') {
      at += 1;
      continue;
    }
    const escape = text[at + 1];
    if (escape === undefined) return { message: 'Unterminated string starting at', at: start - 1 };
    if (escape === 'u') {
      if (!/^[0-9a-fA-F]{4}$/.test(text.slice(at + 2, at + 6))) {
        return { message: 'Invalid \\uXXXX escape', at: at + 1 };
      }
      at += 6;
    } else if ('"\\/bfnrt'.includes(escape)) at += 2;
    else return { message: 'Invalid \\escape', at };
  }
}

function readObject(text: string, start: number): Read {
  let at = skipSpace(text, start);
  if (text[at] === '}') return { at: at + 1 };
  for (;;) {
    if (text[at] !== '"') return { message: 'Expecting property name enclosed in double quotes', at };
    const name = readString(text, at + 1);
    if ('message' in name) return name;
    at = skipSpace(text, name.at);
    if (text[at] !== ':') return { message: "Expecting ':' delimiter", at };
    const value = readValue(text, skipSpace(text, at + 1));
    if ('message' in value) return value;
    at = skipSpace(text, value.at);
    if (text[at] === '}') return { at: at + 1 };
    if (text[at] !== ',') return { message: "Expecting ',' delimiter", at };
    const comma = at;
    at = skipSpace(text, at + 1);
    if (text[at] === '}') return { message: 'Illegal trailing comma before end of object', at: comma };
  }
}

function readArray(text: string, start: number): Read {
  let at = skipSpace(text, start);
  if (text[at] === ']') return { at: at + 1 };
  for (;;) {
    const value = readValue(text, at);
    if ('message' in value) return value;
    at = skipSpace(text, value.at);
    if (text[at] === ']') return { at: at + 1 };
    if (text[at] !== ',') return { message: "Expecting ',' delimiter", at };
    const comma = at;
    at = skipSpace(text, at + 1);
    if (text[at] === ']') return { message: 'Illegal trailing comma before end of array', at: comma };
  }
}
