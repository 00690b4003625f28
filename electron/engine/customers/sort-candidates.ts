import type { Candidate, CustomerSort } from './search-statements.ts';

/**
 * Orders what a search found. By name, those whose name begins with the first word come first, then those in whose
 * name a word begins with it, then the others; any other order is as asked.
 */
export function sortCandidates(
  found: readonly Candidate[],
  sort: CustomerSort,
  terms: readonly string[],
): Candidate[] {
  const first = terms[0] ?? '';
  const rank = ({ name_fold: name }: Candidate): number =>
    name.startsWith(first) ? 0 : name.includes(` ${first}`) ? 1 : 2;
  const compare: Record<CustomerSort, (a: Candidate, b: Candidate) => number> = {
    name: (a, b) => rank(a) - rank(b) || byText(a.name_fold, b.name_fold),
    '-name': (a, b) => byText(b.name_fold, a.name_fold),
    code: (a, b) => a.code.length - b.code.length || byText(a.code, b.code),
    '-lastVisitAt': (a, b) => byText(b.last_visit_at ?? '', a.last_visit_at ?? ''),
    '-pointsBalance': (a, b) => b.points_balance - a.points_balance,
  };
  return found.toSorted((a, b) => compare[sort](a, b) || a.row_id - b.row_id);
}

function byText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
