import type { RefObject } from 'react';
import { quantityText } from '../../../shared/domain/quantity.ts';
import { useSettings } from '../../api/settings.ts';
import { useCommonText } from '../../app/i18n.ts';
import { MoneyField } from '../../ui/money-field.tsx';
import { NumberField } from '../../ui/number-field.tsx';
import { SegmentedControl } from '../../ui/segmented-control.tsx';
import { Select } from '../../ui/select.tsx';
import { Switch } from '../../ui/switch.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { TimesField } from '../../ui/times-field.tsx';
import { BarcodeList } from './barcode-list.tsx';
import { CategoryField } from './category-field.tsx';
import { readQuantity } from './read-quantity.ts';
import { withOpening } from './product-draft.ts';
import { catalogTexts } from './texts.ts';
import type { ProductForm } from './use-product-form.ts';

export type ProductFieldsProps = {
  form: ProductForm;
  nameField: RefObject<HTMLInputElement | null>;
  isNew: boolean;
  mayEdit: boolean;
};

/** What a product is, in two columns. */
export function ProductFields({ form, nameField, isNew, mayEdit }: ProductFieldsProps) {
  const t = catalogTexts.useText();
  const common = useCommonText();
  const { draft, change, errorOf } = form;
  return (
    <div className="grid gap-x-6 gap-y-4 md:grid-cols-2">
      <div className="flex flex-col gap-4">
        <TextField
          label={t('name')}
          value={draft.name}
          maxLength={200}
          ref={nameField}
          error={errorOf('name')}
          onChange={(event) => change({ name: event.target.value })}
        />
        <BarcodeList
          barcodes={draft.barcodes}
          error={errorOf('barcodes')}
          mayEdit={mayEdit}
          onChange={(barcodes) => change({ barcodes })}
        />
        <TextField
          label={t('sku')}
          optionalLabel={common('optional')}
          value={draft.sku}
          maxLength={64}
          error={errorOf('sku')}
          onChange={(event) => change({ sku: event.target.value })}
        />
        <CategoryField
          value={draft.categoryId}
          error={errorOf('categoryId')}
          mayEdit={mayEdit}
          onValueChange={(categoryId) => change({ categoryId })}
        />
        <PointsField form={form} />
      </div>
      <div className="flex flex-col gap-4">
        <PriceFields form={form} />
        <StockFields form={form} isNew={isNew} />
        <FavouriteFields form={form} />
      </div>
    </div>
  );
}

function PriceFields({ form: { draft, change, errorOf } }: { form: ProductForm }) {
  const t = catalogTexts.useText();
  const common = useCommonText();
  const { data: settings } = useSettings();
  const classes = settings?.tax.classes ?? [];
  return (
    <>
      <div className="grid grid-cols-2 gap-3">
        <MoneyField
          label={t(draft.unit === 'kg' ? 'priceKilogram' : 'price')}
          value={draft.priceMinor}
          invalidText={common('moneyInvalid')}
          error={errorOf('priceMinor')}
          onValueChange={(priceMinor) => change({ priceMinor })}
        />
        <Select
          label={t('taxClass')}
          value={draft.taxClassId}
          error={errorOf('taxClassId')}
          onValueChange={(taxClassId) => change({ taxClassId })}
          choices={classes.map(({ id, name }) => ({ value: id, label: name }))}
        />
      </div>
      <SegmentedControl
        label={t('unit')}
        value={draft.unit}
        onValueChange={(unit) => change({ unit })}
        choices={[
          { value: 'each', label: t('unitEach') },
          { value: 'kg', label: t('unitKg') },
        ]}
      />
    </>
  );
}

function StockFields({ form: { draft, change, errorOf }, isNew }: { form: ProductForm; isNew: boolean }) {
  const t = catalogTexts.useText();
  const common = useCommonText();
  return (
    <div className="flex flex-col gap-2">
      <Switch
        label={t('tracksStock')}
        hint={t('tracksStockHint')}
        checked={draft.tracksStock}
        onCheckedChange={(tracksStock) =>
          change(tracksStock ? { tracksStock } : { tracksStock, openingMilli: null })
        }
      />
      {(draft.tracksStock || isNew) && (
        <div className="grid grid-cols-2 gap-3">
          {isNew && (
            <NumberField
              label={t('openingStock')}
              optionalLabel={common('optional')}
              value={draft.openingMilli}
              read={readQuantity}
              write={quantityText}
              invalidText={t('lowStockInvalid')}
              error={errorOf('onHandMilli')}
              onValueChange={(openingMilli) => change(withOpening(openingMilli))}
            />
          )}
          {draft.tracksStock && (
            <NumberField
              label={t('lowStock')}
              optionalLabel={common('optional')}
              value={draft.lowStockMilli}
              read={readQuantity}
              write={quantityText}
              invalidText={t('lowStockInvalid')}
              error={errorOf('lowStockMilli')}
              onValueChange={(lowStockMilli) => change({ lowStockMilli })}
            />
          )}
        </div>
      )}
    </div>
  );
}

function FavouriteFields({ form: { draft, change, errorOf } }: { form: ProductForm }) {
  const t = catalogTexts.useText();
  return (
    <div className="flex flex-col gap-2">
      <Switch
        label={t('favouriteSwitch')}
        hint={t('favouriteHint')}
        checked={draft.isFavourite}
        onCheckedChange={(isFavourite) =>
          change({ isFavourite, favouritePosition: isFavourite ? (draft.favouritePosition ?? 0) : null })
        }
      />
      {draft.isFavourite && (
        <NumberField
          label={t('favouritePosition')}
          value={draft.favouritePosition}
          invalidText={t('favouriteInvalid')}
          error={errorOf('favouritePosition')}
          onValueChange={(favouritePosition) => change({ favouritePosition })}
        />
      )}
    </div>
  );
}

/** What it earns in points, where customers earn any. */
function PointsField({ form: { draft, change, errorOf } }: { form: ProductForm }) {
  const t = catalogTexts.useText();
  const { data: settings } = useSettings();
  if (settings?.points.enabled !== true) return null;
  return (
    <TimesField
      label={t('pointsTimes')}
      hint={t('pointsTimesHint')}
      value={draft.pointsMultiplierPpm}
      invalidText={t('pointsTimesInvalid')}
      error={errorOf('pointsMultiplierPpm')}
      onValueChange={(pointsMultiplierPpm) => change({ pointsMultiplierPpm })}
    />
  );
}
