import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { type DialogField, DialogFields } from '../books/BookDialog.tsx';
import { useTexts } from '../i18n/index.ts';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import type { FieldFinding } from '../ui/form/Field.tsx';
import { foundIn } from '../ui/found.ts';
import { Trouble } from '../ui/Trouble.tsx';
import { bookInto, type NewBooking, type Warehouse } from './queries.ts';

const heads = [
  'batchNo',
  'warehouseNo',
  'consignee',
  'packages',
  'grossWeight',
  'plannedOn',
  'sellerKind',
] as const;
const columns = ['goodsNo', 'gcode', 'gname', 'unit', 'quantity', 'netPurchase'] as const;
type Head = Readonly<Record<(typeof heads)[number], string>>;
type Line = Readonly<Record<(typeof columns)[number], string>> & { readonly line: number };

const nothing = { goodsNo: '', gcode: '', gname: '', unit: '', quantity: '', netPurchase: '' };

interface BookingProps {
  /** Open ones, at least one. */
  readonly warehouses: readonly Warehouse[];
  readonly onClose: () => void;
}

/** Books goods into an overseas warehouse, line by line. */
export function BookingDialog({ warehouses, onClose }: BookingProps) {
  const { t } = useTexts();
  const queryClient = useQueryClient();
  const [head, setHead] = useState<Head>({
    ...{ batchNo: '', warehouseNo: warehouses[0]?.warehouseNo ?? '', consignee: '', packages: '' },
    ...{ grossWeight: '', plannedOn: '', sellerKind: 'trader' },
  });
  const [lines, setLines] = useState<readonly Line[]>([{ line: 1, ...nothing }]);
  const sending = useMutation({
    mutationFn: () => bookInto(bookingOf(head, lines)),
    onSuccess: async () => {
      await queryClient.invalidateQueries({ queryKey: ['abroad'] });
      onClose();
    },
  });
  const found = foundIn(sending.error);
  const whole = [head, ...lines].every((one) =>
    Object.values(one).every((value) => String(value).trim() !== ''),
  );
  return (
    <Dialog
      title={t('abroad.book')}
      onClose={onClose}
      footer={
        <Button kind="primary" disabled={!whole} busy={sending.isPending} onClick={() => sending.mutate()}>
          {t('abroad.book')}
        </Button>
      }
    >
      <p className="quiet">{t('abroad.bookHint')}</p>
      <HeadFields
        head={head}
        warehouses={warehouses}
        found={(name) => found.filter(({ path }) => path === name)}
        onChange={setHead}
      />
      {lines.map((line, at) => (
        <LineFields
          key={line.line}
          line={line}
          found={(name) => found.filter(({ path }) => path.replace(/\W+/g, '.') === `lines.${at}.${name}`)}
          onChange={(changed) => setLines(lines.map((one) => (one.line === changed.line ? changed : one)))}
          onRemove={lines.length > 1 ? () => setLines(lines.filter((one) => one !== line)) : undefined}
        />
      ))}
      <Button
        small
        onClick={() =>
          setLines([...lines, { line: 1 + Math.max(...lines.map((one) => one.line)), ...nothing }])
        }
      >
        {t('abroad.addLine')}
      </Button>
      {sending.error && <Trouble error={sending.error} onRetry={() => sending.reset()} atField={isField} />}
    </Dialog>
  );
}

/** Whether the dialog has a field for what is found at a path. */
const isField = (path: string): boolean =>
  heads.some((name) => name === path) ||
  columns.some((name) => /^lines\W+\d+\W+(.+)$/.exec(path)?.[1] === name);

const bookingOf = ({ packages, sellerKind, ...head }: Head, lines: readonly Line[]): NewBooking => ({
  ...{ ...head, packages: Number(packages), sellerKind: sellerKind === 'factory' ? 'factory' : 'trader' },
  lines: [...lines],
});

interface HeadFieldsProps {
  readonly head: Head;
  readonly warehouses: readonly Warehouse[];
  readonly found: (name: string) => readonly FieldFinding[];
  readonly onChange: (head: Head) => void;
}

function HeadFields({ head, warehouses, found, onChange }: HeadFieldsProps) {
  const { t } = useTexts();
  const fields: readonly DialogField<keyof Head>[] = [
    { name: 'batchNo', label: t('abroad.batchNo'), most: 30 },
    {
      name: 'warehouseNo',
      label: t('abroad.warehouse'),
      choices: warehouses.map(({ warehouseNo, name }) => [warehouseNo, `${warehouseNo} ${name}`]),
    },
    { name: 'consignee', label: t('abroad.consignee'), most: 100 },
    { name: 'packages', label: t('abroad.packages'), type: 'number', most: 6 },
    { name: 'grossWeight', label: t('abroad.grossWeight'), type: 'decimal', most: 20 },
    { name: 'plannedOn', label: t('abroad.plannedOn'), type: 'date' },
    {
      name: 'sellerKind',
      label: t('abroad.sellerKind'),
      choices: (['trader', 'factory'] as const).map((kind) => [kind, t(`abroad.sellerKinds.${kind}`)]),
    },
  ];
  return (
    <DialogFields
      id="booking"
      fields={fields}
      values={head}
      found={found}
      onChange={(name, value) => onChange({ ...head, [name]: value })}
    />
  );
}

interface LineFieldsProps {
  readonly line: Line;
  readonly found: (name: string) => readonly FieldFinding[];
  readonly onChange: (line: Line) => void;
  readonly onRemove: (() => void) | undefined;
}

function LineFields({ line, found, onChange, onRemove }: LineFieldsProps) {
  const { t } = useTexts();
  const fields: readonly DialogField<(typeof columns)[number]>[] = [
    { name: 'goodsNo', label: t('abroad.goodsNo') },
    { name: 'gcode', label: t('abroad.gcode'), type: 'number', most: 10 },
    { name: 'gname', label: t('abroad.gname'), most: 250 },
    { name: 'unit', label: t('abroad.unit'), type: 'number', most: 3 },
    { name: 'quantity', label: t('abroad.quantity'), type: 'decimal', most: 20 },
    { name: 'netPurchase', label: t('abroad.netPurchase'), type: 'decimal', most: 17 },
  ];
  return (
    <fieldset className="abroad-booked">
      <legend>{t('abroad.lineNo', { line: line.line })}</legend>
      <div className="abroad-booked-fields">
        <DialogFields
          id={`booking-${line.line}`}
          fields={fields}
          values={line}
          found={found}
          onChange={(name, value) => onChange({ ...line, [name]: value })}
        />
      </div>
      {onRemove && (
        <Button small onClick={onRemove}>
          {t('abroad.removeLine', { line: line.line })}
        </Button>
      )}
    </fieldset>
  );
}
