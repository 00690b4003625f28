import { expect, test } from 'vitest';
import { callerOf, isAtTheTill } from './address-of-caller.ts';
import { commonPasswords } from './common-passwords.ts';
import { checkPassword } from './password.ts';
import { isTrivialPin } from './pin.ts';
import { foldUsername } from './username.ts';

test('PINs that are tried first are trivial, others are not', () => {
  const trivial = ['0000', '99999999', '1234', '4321', '0123', '7890', '3210', '1212', '87654321', '101010'];
  expect(trivial.filter((pin) => !isTrivialPin(pin))).toEqual([]);
  const good = ['2580', '4711', '8642', '1357', '1233', '11112', '1221'];
  expect(good.filter((pin) => isTrivialPin(pin))).toEqual([]);
});

test('a password is eight characters that are not common, not the name, not one or two repeated', () => {
  const isGood = (password: string) => checkPassword(password, 'Juan.DelaCruz', 'password').ok;
  expect(isGood('correct horse')).toBe(true);
  expect(isGood('Pässwörd-7')).toBe(true);
  for (const weak of [
    'short 7',
    '1234567',
    'Password1',
    'juan.delacruz',
    'JUAN.DELACRUZ',
    'abababab',
    'ＡＢ\ud800abcdefg',
  ]) {
    expect([weak, isGood(weak)]).toEqual([weak, false]);
  }
  expect(isGood('e\u0301a'.repeat(3) + 'x')).toBe(false);
  expect(isGood('contrasen\u0303a')).toBe(false);
});

test('the list of common passwords holds only what length alone does not refuse, as it is compared', () => {
  const misfits = [...commonPasswords].filter(
    (password) => [...password].length < 8 || password !== password.toLowerCase().normalize('NFC'),
  );
  expect(misfits).toEqual([]);
  expect(commonPasswords.size).toBeGreaterThan(300);
});

test('names fold by case and width, not by accent', () => {
  expect(foldUsername(' Ｊosé ')).toBe(foldUsername('JOSE\u0301'));
  expect(foldUsername('José')).not.toBe(foldUsername('Jose'));
});

test('a caller is an address, or a /64 of IPv6', () => {
  expect(['127.0.0.1', '::1', '::ffff:127.0.0.1', '127.3.2.1'].every(isAtTheTill)).toBe(true);
  expect(['192.168.1.5', '', '::2', '128.0.0.1', '127.0.0.1.example'].some(isAtTheTill)).toBe(false);
  expect(callerOf('::ffff:10.0.0.7')).toBe('10.0.0.7');
  expect(callerOf('2001:db8::1')).toBe('2001:db8:0:0');
  expect(callerOf('2001:db8:0:0:1:2:3:4')).toBe('2001:db8:0:0');
  expect(callerOf('fe80::1%eth0')).toBe('fe80:0:0:0');
});
