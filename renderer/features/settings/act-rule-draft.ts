import {
  actMeasures,
  acts,
  ways,
  type Act,
  type ActRule,
  type ActRules,
} from '../../../shared/domain/acts.ts';

/** A rule as it is edited: `limit` is null while nothing readable is typed, which is not the same as no limit. */
export type ActRuleDraft = ActRule & { isLimited: boolean };
export type ActRulesDraft = Record<Act, ActRuleDraft>;

export type RuleProblem = { act: Act; what: 'limit' | 'beyond' };

export function openRules(rules: ActRules): ActRulesDraft {
  const opened = acts.map((act) => [act, { ...rules[act], isLimited: rules[act].limit !== null }]);
  return Object.fromEntries(opened) as ActRulesDraft;
}

/** The rules to save, or what is wrong with them. What stands above a limit never is easier than what is below it. */
export function readRules(draft: ActRulesDraft): { values: ActRules } | { problems: RuleProblem[] } {
  const problems = acts.flatMap((act): RuleProblem[] => {
    const { isLimited, limit, within, beyond } = draft[act];
    if (!isLimited || actMeasures[act] === 'none') return [];
    if (limit === null) return [{ act, what: 'limit' }];
    return ways.indexOf(beyond) < ways.indexOf(within) ? [{ act, what: 'beyond' }] : [];
  });
  if (problems.length > 0) return { problems };
  const values = acts.map((act) => {
    const { isLimited, limit, within, beyond } = draft[act];
    return [act, { within, limit: isLimited ? limit : null, beyond }];
  });
  return { values: Object.fromEntries(values) as Record<Act, ActRule> };
}
