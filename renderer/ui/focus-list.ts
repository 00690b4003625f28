/** Puts the focus into the list (a `DataTable`) inside an element, so that the arrows move in it. */
export function focusList(inside: Element | null): void {
  inside?.querySelector<HTMLElement>('[role=grid]')?.focus({ preventScroll: true });
}
