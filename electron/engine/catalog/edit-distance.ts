/**
 * How many slips (a letter wrong, missing, too many, or two swapped) lie between what was typed and the beginning of a
 * word, and the beginning that is nearest: people stop typing before the word ends. The longest one on a tie.
 */
export function nearestBeginning(
  typed: readonly string[],
  word: readonly string[],
): { slips: number; length: number } {
  let beforeLast: number[] = [];
  let last = typed.map((_, at) => at + 1);
  last.unshift(0);
  let nearest = { slips: last[typed.length] ?? 0, length: 0 };
  for (let column = 1; column <= word.length; column += 1) {
    const current = [column];
    for (let row = 1; row <= typed.length; row += 1) {
      const same = typed[row - 1] === word[column - 1];
      let slips = Math.min(
        (last[row] ?? 0) + 1,
        (current[row - 1] ?? 0) + 1,
        (last[row - 1] ?? 0) + (same ? 0 : 1),
      );
      const swapped =
        row > 1 && column > 1 && typed[row - 1] === word[column - 2] && typed[row - 2] === word[column - 1];
      if (swapped) slips = Math.min(slips, (beforeLast[row - 2] ?? 0) + 1);
      current.push(slips);
    }
    const slips = current[typed.length] ?? 0;
    if (slips <= nearest.slips) nearest = { slips, length: column };
    beforeLast = last;
    last = current;
  }
  return nearest;
}
