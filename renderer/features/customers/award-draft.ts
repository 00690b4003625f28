import type { PointsAward } from '../../../shared/api/customers.ts';

/** Points by hand as they stand in the form. */
export type AwardDraft = { kind: PointsAward['kind']; points: number | null; reason: string };

export const newAward: AwardDraft = { kind: 'bonus', points: null, reason: '' };

export type AwardProblem = 'points' | 'below' | 'reason';

const most = 100_000_000;

/** What is missing: a bonus gives, a correction changes the balance in either direction but not below zero. */
export function awardProblems({ kind, points, reason }: AwardDraft, balance: number): AwardProblem[] {
  const problems: AwardProblem[] = [];
  const fewest = kind === 'bonus' ? 1 : -most;
  if (points === null || points === 0 || points < fewest || points > most) problems.push('points');
  else if (points < 0 && balance + points < 0) problems.push('below');
  if (reason.trim() === '') problems.push('reason');
  return problems;
}
