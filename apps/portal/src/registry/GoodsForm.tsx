import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTexts } from '../i18n/index.ts';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { Field } from '../ui/form/Field.tsx';
import { Trouble } from '../ui/Trouble.tsx';
import { useRested } from './pieces.tsx';
import {
  type CodeListName,
  codeListQuery,
  fileGoods,
  type Goods,
  goodsFindingsQuery,
  registryKey,
} from './queries.ts';
import { TariffNote } from './TariffNote.tsx';

type Name = Exclude<keyof Goods, 'ebcCode'> | 'ebcCode';
interface Column {
  readonly name: Name;
  readonly required?: boolean;
  readonly list?: CodeListName;
  readonly date?: boolean;
}

const columns: readonly Column[] = [
  { name: 'ebcCode', required: true },
  { name: 'itemNo', required: true },
  { name: 'itemName', required: true },
  { name: 'nameEn' },
  { name: 'gcode', required: true },
  { name: 'gname', required: true },
  { name: 'gmodel', required: true },
  { name: 'barCode' },
  { name: 'brand' },
  { name: 'brandRight' },
  { name: 'country', required: true, list: 'country' },
  { name: 'unit', required: true, list: 'unit' },
  { name: 'unit1', required: true, list: 'unit' },
  { name: 'unit1Quantity' },
  { name: 'unit2', list: 'unit' },
  { name: 'unit2Quantity' },
  { name: 'price' },
  { name: 'emsNo' },
  { name: 'itemRecordNo' },
  { name: 'validFrom', required: true, date: true },
  { name: 'validTo', date: true },
];
const needed = columns.filter(({ required }) => required).map(({ name }) => [name, '']);

interface GoodsFormProps {
  readonly ebcCode: string;
  /** Filed already, to be changed. */
  readonly goods?: Goods;
  readonly onClose: () => void;
}

/** Goods as a form, checked while one types by what will judge them, the tariff of today among it. */
export function GoodsForm({ ebcCode, goods, onClose }: GoodsFormProps) {
  const { t } = useTexts();
  const queryClient = useQueryClient();
  const [typed, setTyped] = useState<Goods>(goods ?? ({ ...Object.fromEntries(needed), ebcCode } as Goods));
  const { data } = useQuery(goodsFindingsQuery(useRested(typed)));
  const findings = data?.findings ?? [];
  const [sent, setSent] = useState(false);
  const send = useMutation({
    mutationFn: () => fileGoods(typed),
    onSuccess: async (report) => {
      setSent(true);
      await queryClient.invalidateQueries({ queryKey: registryKey });
      if (report.bad.length === 0) onClose();
    },
  });
  const change = (name: Name, value: string) =>
    setTyped(({ [name]: _before, ...rest }) => {
      const required = columns.some((column) => column.name === name && column.required);
      return { ...rest, ...(value !== '' || required ? { [name]: value } : {}) } as Goods;
    });
  return (
    <Dialog
      title={t('registry.fileGoods')}
      onClose={onClose}
      footer={
        <Button kind="primary" busy={send.isPending} onClick={() => send.mutate()}>
          {t('registry.deed.file')}
        </Button>
      }
    >
      <div className="form">
        {data?.tariff && <TariffNote tariff={data.tariff} />}
        {columns.map(({ name, required = false, list, date }) => {
          // What has not been touched is not scolded before it is sent.
          const told = sent || typed[name] ? findings.filter(({ path }) => path === name) : [];
          return (
            <Field
              key={name}
              id={`goods-${name}`}
              label={t(`registry.field.${name}`)}
              required={required}
              findings={told}
            >
              {(control) =>
                list ? (
                  <CodeSelect
                    control={control}
                    list={list}
                    value={typed[name] ?? ''}
                    onChange={(value) => change(name, value)}
                  />
                ) : (
                  <input
                    {...control}
                    className="field"
                    type={date ? 'date' : 'text'}
                    readOnly={name === 'ebcCode' && ebcCode !== ''}
                    value={typed[name] ?? ''}
                    onChange={(event) => change(name, event.target.value)}
                  />
                )
              }
            </Field>
          );
        })}
        {send.error && <Trouble error={send.error} onRetry={() => send.reset()} />}
      </div>
    </Dialog>
  );
}

interface CodeSelectProps {
  readonly control: object;
  readonly list: CodeListName;
  readonly value: string;
  readonly onChange: (value: string) => void;
}

function CodeSelect({ control, list, value, onChange }: CodeSelectProps) {
  const { say } = useTexts();
  const { data } = useQuery(codeListQuery(list));
  return (
    <select {...control} className="field" value={value} onChange={(event) => onChange(event.target.value)}>
      <option value="" />
      {data?.entries.map((entry) => (
        <option key={entry.code} value={entry.code}>
          {entry.code} {say(entry)}
        </option>
      ))}
    </select>
  );
}
