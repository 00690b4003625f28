import { Plus, X } from 'lucide-react';
import { actMeasures, ways, type Act } from '../../../shared/domain/acts.ts';
import { actTexts } from '../../app/approvals/index.ts';
import { Button } from '../../ui/button.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { MoneyField } from '../../ui/money-field.tsx';
import { PercentField } from '../../ui/percent-field.tsx';
import { Select } from '../../ui/select.tsx';
import type { ActRuleDraft } from './act-rule-draft.ts';
import { rulesTexts } from './rules-texts.ts';

export type ActRuleRowProps = {
  act: Act;
  rule: ActRuleDraft;
  onChange: (rule: ActRuleDraft) => void;
  isReadOnly: boolean;
  limitError: string | undefined;
  beyondError: string | undefined;
};

/** One act: whether staff may do it, up to how much, and what above that. */
export function ActRuleRow({ act, rule, onChange, isReadOnly, limitError, beyondError }: ActRuleRowProps) {
  const t = rulesTexts.useText();
  const name = actTexts.useText()(act);
  const choices = ways.map((way) => ({ value: way, label: t(`way-${way}`) }));
  const change = (changes: Partial<ActRuleDraft>) => onChange({ ...rule, ...changes });
  const isMeasured = actMeasures[act] !== 'none';
  const isLimited = isMeasured && rule.isLimited;
  return (
    <tr className="border-t align-top">
      <th scope="row" className="py-3.5 pr-3 text-left font-medium">
        {name}
      </th>
      <td className="w-32 py-1 pr-2">
        <Select
          label={t('withinOf', { act: name })}
          hideLabel
          value={rule.within}
          onValueChange={(within) => change({ within })}
          choices={choices}
          disabled={isReadOnly}
        />
      </td>
      <td className="w-40 py-1 pr-2">
        {isLimited && (
          <LimitField
            act={act}
            label={t('upToOf', { act: name })}
            limit={rule.limit}
            onChange={(limit) => change({ limit })}
            error={limitError}
          />
        )}
        {isMeasured && !rule.isLimited && !isReadOnly && (
          <Button
            variant="quiet"
            icon={Plus}
            aria-label={t('setLimitOf', { act: name })}
            onClick={() => change({ isLimited: true })}
            className="w-full justify-start! px-3! text-ink-muted"
          >
            {t('setLimit')}
          </Button>
        )}
      </td>
      <td className="w-32 py-1">
        {isLimited && (
          <Select
            label={t('beyondOf', { act: name })}
            hideLabel
            value={rule.beyond}
            onValueChange={(beyond) => change({ beyond })}
            choices={choices}
            disabled={isReadOnly}
            error={beyondError}
          />
        )}
      </td>
      <td className="w-11 py-1">
        {isLimited && !isReadOnly && (
          <IconButton
            icon={X}
            label={t('dropLimit', { act: name })}
            onClick={() => change({ isLimited: false })}
          />
        )}
      </td>
    </tr>
  );
}

function LimitField({
  act,
  label,
  limit,
  onChange,
  error,
}: {
  act: Act;
  label: string;
  limit: number | null;
  onChange: (limit: number | null) => void;
  error: string | undefined;
}) {
  const t = rulesTexts.useText();
  const common = { label, hideLabel: true, value: limit, onValueChange: onChange, error } as const;
  return actMeasures[act] === 'ppm' ? (
    <PercentField {...common} inputClassName="text-right" invalidText={t('percentLimitNeeded')} />
  ) : (
    <MoneyField {...common} invalidText={t('limitNeeded')} />
  );
}
