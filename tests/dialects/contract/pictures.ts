const bytes = (base64: string) => Uint8Array.from(Buffer.from(base64, 'base64'));

/** The smallest picture that is one. */
export const pictures = {
  png: new File(
    [
      bytes(
        'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
      ),
    ],
    'me.png',
    { type: 'image/png' },
  ),
};
