let known: number | 'differs' | null = null;

/** How long the PINs are that signed in here, once it is known and as long as all were of one length. */
export function pinLength(): number | null {
  return known === 'differs' ? null : known;
}

/** A PIN of so many digits signed in on this screen. */
export function learnPinLength(length: number): void {
  known = known === null || known === length ? length : 'differs';
}

/** Somebody typed on: there is a longer one. */
export function forgetPinLength(): void {
  known = 'differs';
}
