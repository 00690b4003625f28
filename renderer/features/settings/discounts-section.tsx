import type { Settings } from '../../../shared/api/settings.ts';
import { TextArea } from '../../ui/text-area.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { inStoreTexts } from './in-store-texts.ts';
import { readPercents } from './read-percents.ts';
import { SectionForm } from './section-form.tsx';
import { useSection } from './use-section.ts';

type Discounts = Settings['discounts'];
type Draft = { percents: string; reasons: string };

const mostReasons = 12;
const longestReason = 40;

/** What the discount dialog offers to press. */
export function DiscountsSection({ saved }: { saved: Discounts }) {
  const t = inStoreTexts.useText();
  const section = useSection<'discounts', Draft>({
    name: 'discounts',
    saved,
    open: ({ percents, reasons }) => ({ percents: percents.join(', '), reasons: reasons.join('\n') }),
    shows: (field) => field === 'percents' || field === 'reasons',
    read: (draft) => {
      const percents = readPercents(draft.percents);
      const reasons = readReasons(draft.reasons);
      if (percents !== null && reasons !== null) return { values: { percents, reasons } };
      return {
        problems: {
          ...(percents === null ? { percents: t('percentsInvalid') } : {}),
          ...(reasons === null ? { reasons: t('reasonsInvalid') } : {}),
        },
      };
    },
  });
  const { draft, change, errorOf } = section;
  return (
    <SectionForm section={section} what="discountsWhat">
      <TextField
        label={t('percents')}
        hint={t('percentsHint')}
        className="max-w-sm"
        inputClassName="figures"
        value={draft.percents}
        onChange={(event) => change({ percents: event.target.value })}
        error={errorOf('percents')}
      />
      <TextArea
        label={t('reasons')}
        hint={t('reasonsHint')}
        className="max-w-sm"
        rows={7}
        value={draft.reasons}
        onChange={(event) => change({ reasons: event.target.value })}
        error={errorOf('reasons')}
      />
    </SectionForm>
  );
}

/** One reason on each line, each once; null when there are too many or one is too long. */
function readReasons(text: string): string[] | null {
  const reasons = [...new Set(text.split('\n').map((reason) => reason.trim()))].filter(
    (reason) => reason !== '',
  );
  const isFine = reasons.length <= mostReasons && reasons.every(({ length }) => length <= longestReason);
  return isFine ? reasons : null;
}
