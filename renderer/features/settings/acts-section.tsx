import { RotateCcw } from 'lucide-react';
import { defaultSettings } from '../../../shared/api/defaults.ts';
import type { Settings } from '../../../shared/api/settings.ts';
import { actMeasures, acts } from '../../../shared/domain/acts.ts';
import { Button } from '../../ui/button.tsx';
import { openRules, readRules, type ActRulesDraft, type RuleProblem } from './act-rule-draft.ts';
import { ActRuleRow } from './act-rule-row.tsx';
import { rulesTexts } from './rules-texts.ts';
import { SectionForm } from './section-form.tsx';
import { useSection } from './use-section.ts';

const standard = openRules(defaultSettings.acts);

/** Every act at the counter, and what staff need for it. */
export function ActsSection({ saved }: { saved: Settings['acts'] }) {
  const t = rulesTexts.useText();
  const inWords = ({ act, what }: RuleProblem) => {
    const limitWords = actMeasures[act] === 'ppm' ? 'percentLimitNeeded' : 'limitNeeded';
    return [`${act}.${what}`, t(what === 'beyond' ? 'beyondEasier' : limitWords)];
  };
  const section = useSection<'acts', ActRulesDraft>({
    name: 'acts',
    saved,
    open: openRules,
    shows: () => false,
    read: (rules) => {
      const found = readRules(rules);
      return 'values' in found ? found : { problems: Object.fromEntries(found.problems.map(inWords)) };
    },
  });
  const { draft, change, errorOf, isReadOnly } = section;
  const isStandard = JSON.stringify(draft) === JSON.stringify(standard);
  return (
    <SectionForm section={section} what="actsWhat">
      <Legend />
      <table className="w-full">
        <thead className="text-left text-sm text-ink-muted">
          <tr>
            <th className="pb-1 font-medium">{t('act')}</th>
            <th className="pb-1 font-medium">{t('within')}</th>
            <th className="pb-1 font-medium">{t('upTo')}</th>
            <th className="pb-1 font-medium" colSpan={2}>
              {t('beyond')}
            </th>
          </tr>
        </thead>
        <tbody>
          {acts.map((act) => (
            <ActRuleRow
              key={act}
              act={act}
              rule={draft[act]}
              onChange={(rule) => change({ [act]: rule })}
              isReadOnly={isReadOnly}
              limitError={errorOf(`${act}.limit`)}
              beyondError={errorOf(`${act}.beyond`)}
            />
          ))}
        </tbody>
      </table>
      {isStandard ? (
        <p className="text-ink-muted">{t('isStandard')}</p>
      ) : (
        !isReadOnly && (
          <Button icon={RotateCcw} className="self-start" onClick={() => change(standard)}>
            {t('standard')}
          </Button>
        )
      )}
    </SectionForm>
  );
}

function Legend() {
  const t = rulesTexts.useText();
  return (
    <div className="grid gap-x-6 gap-y-1 rounded-control bg-sunken px-4 py-3 text-sm sm:grid-cols-2">
      {(['wayYes', 'wayOwnPin', 'wayManager', 'wayNo'] as const).map((way) => (
        <p key={way}>{t(way)}</p>
      ))}
      <p className="font-medium">{t('admins')}</p>
    </div>
  );
}
