const space = '[\\t-\\r\\x1c- \\x85\\xa0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000]';
const edges = new RegExp(`^${space}+|${space}+$`, 'g');

/** Takes the white space off both ends, as Python's `strip()` does: the byte order mark stays, 0x1C to 0x1F go. */
export function trimLikePython(text: string): string {
  return text.replace(edges, '');
}
