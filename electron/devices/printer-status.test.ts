import { expect, it } from 'vitest';
import { readStatusAnswer } from './printer-status.ts';

it.each([
  [[], 'nothing'],
  [[0x12], 0x12],
  [[0x1a], 0x1a],
  [[0x14, 0, 0, 0x0f, 0x12], 0x12],
  [[0x12, 0x14, 0, 0, 0x0f], 0x12],
  [[0x14, 0], 'nothing'],
  [[0x12, 0x12], 'other'],
  [[0xff, 0xfd, 0x12], 'other'],
  [[...Buffer.from('HTTP/1.1')], 'other'],
])('what comes as %j is %s', (came, answer) => {
  expect(readStatusAnswer(came)).toBe(answer);
});
