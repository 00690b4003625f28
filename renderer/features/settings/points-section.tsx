import type { Settings } from '../../../shared/api/settings.ts';
import { MoneyField } from '../../ui/money-field.tsx';
import { NumberField } from '../../ui/number-field.tsx';
import { Switch } from '../../ui/switch.tsx';
import { readPoints, type PointsDraft } from './points-draft.ts';
import { EarningExample, WorthExample } from './points-examples.tsx';
import { PointsTiers } from './points-tiers.tsx';
import { SectionForm } from './section-form.tsx';
import { settingsTexts } from './texts.ts';
import { useSection, type Section } from './use-section.ts';

const fields = new Set([
  'amountMinor',
  'points',
  'valueMinor',
  'minimumPoints',
  'offlineAllowancePercent',
  'offlineMostPoints',
  'expiryMonths',
]);

export function PointsSection({ saved }: { saved: Settings['points'] }) {
  const t = settingsTexts.useText();
  const section = useSection<'points', PointsDraft>({
    name: 'points',
    saved,
    open: (values) => values,
    shows: (field) => fields.has(field) || /^tiers\.\d+\.(name|fromPoints|multiplierPpm)$/.test(field),
    read: (draft) => readPoints(draft, t),
  });
  return (
    <SectionForm section={section} what="pointsWhat">
      <Earning section={section} />
      <h3 className="border-t pt-4 font-semibold">{t('pointsRedeemTitle')}</h3>
      <Redeeming section={section} />
      <h3 className="border-t pt-4 font-semibold">{t('offlineTitle')}</h3>
      <Offline section={section} />
      <h3 className="border-t pt-4 font-semibold">{t('tiers')}</h3>
      <PointsTiers section={section} />
    </SectionForm>
  );
}

type PartProps = { section: Section<PointsDraft> };

function Earning({ section: { draft, change, errorOf, isReadOnly } }: PartProps) {
  const t = settingsTexts.useText();
  return (
    <>
      <Switch
        label={t('pointsEnabled')}
        checked={draft.enabled}
        disabled={isReadOnly}
        onCheckedChange={(enabled) => change({ enabled })}
      />
      <div className="grid items-start gap-4 sm:grid-cols-3">
        <MoneyField
          label={t('pointsEvery')}
          value={draft.amountMinor}
          disabled={!draft.enabled}
          onValueChange={(amountMinor) => change({ amountMinor })}
          error={errorOf('amountMinor')}
          invalidText={t('amountNeeded')}
        />
        <NumberField
          label={t('pointsGive')}
          hint={t('pointsGiveHint')}
          inputMode="numeric"
          value={draft.points}
          disabled={!draft.enabled}
          onValueChange={(points) => change({ points })}
          error={errorOf('points')}
          invalidText={t('pointsInvalid')}
        />
        <NumberField
          label={t('pointsExpiry')}
          hint={t('pointsExpiryHint')}
          inputMode="numeric"
          value={draft.expiryMonths}
          onValueChange={(expiryMonths) => change({ expiryMonths })}
          error={errorOf('expiryMonths')}
          invalidText={t('monthsInvalid')}
        />
      </div>
      <EarningExample draft={draft} />
    </>
  );
}

function Redeeming({ section: { draft, change, errorOf, isReadOnly } }: PartProps) {
  const t = settingsTexts.useText();
  return (
    <>
      <Switch
        label={t('pointsRedeem')}
        hint={t('pointsRedeemHint')}
        checked={draft.redeem}
        disabled={isReadOnly}
        onCheckedChange={(redeem) => change({ redeem })}
      />
      <div className="grid items-start gap-4 sm:grid-cols-2">
        <MoneyField
          label={t('pointsValue')}
          value={draft.valueMinor}
          disabled={!draft.redeem}
          onValueChange={(valueMinor) => change({ valueMinor })}
          error={errorOf('valueMinor')}
          invalidText={t('amountNeeded')}
        />
        <NumberField
          label={t('pointsMinimum')}
          inputMode="numeric"
          value={draft.minimumPoints}
          disabled={!draft.redeem}
          onValueChange={(minimumPoints) => change({ minimumPoints })}
          error={errorOf('minimumPoints')}
          invalidText={t('pointsInvalid')}
        />
      </div>
      <WorthExample draft={draft} />
    </>
  );
}

function Offline({ section: { draft, change, errorOf } }: PartProps) {
  const t = settingsTexts.useText();
  return (
    <div className="grid items-start gap-4 sm:grid-cols-2">
      <NumberField
        label={t('offlinePercent')}
        hint={t('offlinePercentHint')}
        inputMode="numeric"
        value={draft.offlineAllowancePercent}
        onValueChange={(offlineAllowancePercent) => change({ offlineAllowancePercent })}
        error={errorOf('offlineAllowancePercent')}
        invalidText={t('offlinePercentInvalid')}
      />
      <NumberField
        label={t('offlineMost')}
        hint={t('offlineMostHint')}
        inputMode="numeric"
        value={draft.offlineMostPoints}
        onValueChange={(offlineMostPoints) => change({ offlineMostPoints })}
        error={errorOf('offlineMostPoints')}
        invalidText={t('offlineMostInvalid')}
      />
    </div>
  );
}
