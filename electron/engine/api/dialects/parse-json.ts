import { fail, ok, type Result } from '../../../../shared/domain/result.ts';
import { jsonNumber, type JsonValue } from './json-values.ts';
import { jsonFault } from './json-fault.ts';

const deepest = 64;

const parse = JSON.parse as (
  text: string,
  reviver: (key: string, value: unknown, context: { source?: string }) => unknown,
) => JsonValue;

/** JSON with its numbers as text, at most 64 levels deep; of a repeated key the last counts. Fails with a sentence. */
export function parseJson(text: string): Result<JsonValue, string> {
  if (!isShallow(text)) return fail('The body is nested too deeply');
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

function isShallow(text: string): boolean {
  if (text.length <= deepest || !opensOften(text)) return true;
  let depth = 0;
  let inString = false;
  for (let at = 0; at < text.length; at += 1) {
    const character = text[at];
    if (inString) {
      if (character === '\\') at += 1;
      else if (character === '"') inString = false;
    } else if (character === '"') inString = true;
    else if (character === '{' || character === '[') {
      depth += 1;
      if (depth > deepest) return false;
    } else if (character === '}' || character === ']') depth -= 1;
  }
  return true;
}
