import { texts } from './drf-errors.ts';
import { textField, type Field } from './drf-fields.ts';

/** A user name of Django: up to 150 letters and digits of any script, and `@ . + - _`. */
export function usernameField(): Field<string> {
  return textField({
    maximum: 150,
    also: (text) => (/^[\p{L}\p{N}_.@+-]+$/u.test(text) ? [] : [texts.username]),
  });
}

/** A text that may be left out or empty. */
export function looseField(maximum: number): Field<string> {
  return textField({ allowBlank: true, maximum });
}
