/** A field as it was, so that what a scanner typed into it can be taken out again. */
export type FieldMark = {
  field: HTMLInputElement | HTMLTextAreaElement;
  value: string;
  start: number | null;
  end: number | null;
};

const typedInto = new Set(['text', 'search', 'tel', 'url', 'email', 'password', 'number', '']);

/** The field that a key is about to write into, or null. */
export function fieldOf(target: EventTarget | null): HTMLInputElement | HTMLTextAreaElement | null {
  if (target instanceof HTMLTextAreaElement) return target.readOnly || target.disabled ? null : target;
  if (!(target instanceof HTMLInputElement) || target.readOnly || target.disabled) return null;
  return typedInto.has(target.type) ? target : null;
}

export function markField(field: HTMLInputElement | HTMLTextAreaElement): FieldMark {
  return { field, value: field.value, start: field.selectionStart, end: field.selectionEnd };
}

/** Sets a field's value so that React hears of it, as if it had been typed. */
function setValue(field: HTMLInputElement | HTMLTextAreaElement, value: string): void {
  const prototype =
    field instanceof HTMLInputElement ? HTMLInputElement.prototype : HTMLTextAreaElement.prototype;
  Object.getOwnPropertyDescriptor(prototype, 'value')?.set?.call(field, value);
  field.dispatchEvent(new InputEvent('input', { bubbles: true, inputType: 'insertReplacementText' }));
}

export function restoreField({ field, value, start, end }: FieldMark): void {
  if (!field.isConnected || field.value === value) return;
  setValue(field, value);
  if (start !== null && field.selectionStart !== null) field.setSelectionRange(start, end);
}

/** Types a text at the caret of a field. */
export function insertIntoField(field: HTMLInputElement | HTMLTextAreaElement, text: string): void {
  const start = field.selectionStart ?? field.value.length;
  const end = field.selectionEnd ?? field.value.length;
  setValue(field, field.value.slice(0, start) + text + field.value.slice(end));
  if (field.selectionStart !== null) field.setSelectionRange(start + text.length, start + text.length);
}
