import { fail, ok, type Result } from '../../../../shared/domain/result.ts';
import { jsonNumber, type JsonValue } from './json-values.ts';
import { jsonFault } from './json-fault.ts';

const deepest = 64;
/** No client sends a hundred; a megabyte of them would hold the till for a second. */
const mostValues = 5_000;

const parse = JSON.parse as (
  text: string,
  reviver: (key: string, value: unknown, context: { source?: string }) => unknown,
) => JsonValue;

/**
 * JSON with its numbers as text, at most 64 levels deep and of 5,000 values; of a repeated key the last counts. Fails
 * with a sentence.
 */
export function parseJson(text: string): Result<JsonValue, string> {
  const excess = excessOf(text);
  if (excess !== null) return fail(excess);
  try {
    return ok(
      parse(text, (_key, value, { source }) =>
        typeof value === 'number' ? jsonNumber(source ?? '') : value,
      ),
    );
  } catch {
    return fail(jsonFault(text));
  }
}

/** What a body has too much of, told before anything is made of it; null for an ordinary one. */
function excessOf(text: string): string | null {
  if (text.length <= mostValues && !opensOften(text)) return null;
  let depth = 0;
  let values = 1;
  let inString = false;
  for (let at = 0; at < text.length; at += 1) {
    const character = text[at];
    if (inString) {
      if (character === '\\') at += 1;
      else if (character === '"') inString = false;
    } else if (character === '"') inString = true;
    else if (character === '{' || character === '[') {
      depth += 1;
      if (depth > deepest) return 'The body is nested too deeply';
    } else if (character === '}' || character === ']') depth -= 1;
    else if (character === ',') {
      values += 1;
      if (values > mostValues) return 'The body holds too many values';
    }
  }
  return null;
}

/** Whether it opens so many levels at all, in texts or not; most bodies do not, and need no closer look. */
function opensOften(text: string): boolean {
  let opened = 0;
  for (const bracket of ['{', '[']) {
    for (let at = text.indexOf(bracket); at !== -1 && opened <= deepest; at = text.indexOf(bracket, at + 1)) {
      opened += 1;
    }
  }
  return opened > deepest;
}
