import { isCommonPassword } from '../../people/index.ts';

/** Short passwords that lead every list of leaked ones; the till's own list has only those that are long enough. */
const shortAndCommon = new Set(
  `000000 111111 112233 121212 123 123123 1234 12345 123456 1234567 123qwe 131313 159753 1q2w3e 222222 555555 654321
  666666 696969 7777777 987654 999999 aaaaaa abc123 abcdef access admin andrew asdfgh asdf ashley azerty batman
  charlie daniel donald dragon flower freedom hello hunter jordan killer letmein login loveme master michael
  monkey mustang nicole ninja pass passw0rd pepper qazwsx qwerty ranger root secret shadow soccer solo summer test
  thomas thunder tigger user welcome zaq1zaq`.split(/\s+/),
);

/** The three rules of Django that look at the password alone, all that apply. */
export function passwordFaults(password: string): string[] {
  return [
    ...([...password].length < 8
      ? ['This password is too short. It must contain at least 8 characters.']
      : []),
    ...(isCommonPassword(password) || shortAndCommon.has(password.toLowerCase())
      ? ['This password is too common.']
      : []),
    ...(/^\d+$/.test(password) ? ['This password is entirely numeric.'] : []),
  ];
}

/** Django's fourth rule: of the letters of both, no more than seven in ten may be shared. */
export function isLikeUsername(password: string, username: string): boolean {
  const [typed, name] = [password.toLowerCase(), username.toLowerCase()];
  const parts = [...name.split(/[^\p{L}\p{N}_]+/u), name];
  return parts.some(
    (part) => part !== '' && typed.length < 10 * part.length && sharedRatio(typed, part) >= 0.7,
  );
}

function sharedRatio(one: string, other: string): number {
  const left = new Map<string, number>();
  for (const letter of other) left.set(letter, (left.get(letter) ?? 0) + 1);
  let shared = 0;
  for (const letter of one) {
    const count = left.get(letter) ?? 0;
    if (count > 0) shared += 1;
    left.set(letter, count - 1);
  }
  return (2 * shared) / (one.length + other.length);
}
