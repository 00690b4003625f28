const spaces = new Set(
  '\t\n\v\f\r\x1c\x1d\x1e\x1f \x85\xa0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u2028\u2029\u202f\u205f\u3000',
);

/**
 * Takes the white space off both ends, as Python's `strip()` does: the byte order mark stays, 0x1C to 0x1F go. Every
 * character is looked at once at most: an expression that seeks a run before the end tries again at each space of it,
 * which for a megabyte of them takes an hour.
 */
export function trimLikePython(text: string): string {
  let start = 0;
  let end = text.length;
  while (start < end && spaces.has(text.charAt(start))) start += 1;
  while (end > start && spaces.has(text.charAt(end - 1))) end -= 1;
  return text.slice(start, end);
}
