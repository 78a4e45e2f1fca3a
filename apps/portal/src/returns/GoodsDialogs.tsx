import { useState } from 'react';
import { useTexts } from '../i18n/index.ts';
import { Field } from '../ui/form/Field.tsx';
import { Switch } from '../ui/Switch.tsx';
import { DeedDialog } from './DeedDialog.tsx';
import { ExportFields, exportedOf, type FoundOfExport } from './ExportFields.tsx';
import { dispose, inspect, type ReturnDetail } from './queries.ts';

interface GoodsProps {
  readonly detail: ReturnDetail;
  readonly onClose: () => void;
}

/** What customs has found of each line of goods. */
export function InspectionDialog({ detail: { file, lines }, onClose }: GoodsProps) {
  const { t } = useTexts();
  const [found, setFound] = useState(lines.map(({ gnum }) => ({ gnum, original: true, saleable: true })));
  const [note, setNote] = useState('');
  const [exported, setExported] = useState<FoundOfExport>({ cause: 'sent-back', proof: '', number: '' });
  const outward = file.direction === 'export';
  const change = (gnum: number, more: { readonly original?: boolean; readonly saleable?: boolean }) =>
    setFound(found.map((line) => (line.gnum === gnum ? { ...line, ...more } : line)));
  return (
    <DeedDialog
      title={t('returns.deeds.inspect')}
      hint={t(outward ? 'returns.hints.inspectExport' : 'returns.hints.inspect')}
      whole={!outward || (exported.proof === '') === (exported.number.trim() === '')}
      onSend={() =>
        inspect(file.returnNo, {
          ...{ revision: file.revision, lines: found, note },
          ...(outward ? { exported: exportedOf(exported) } : {}),
        })
      }
      onClose={onClose}
    >
      <ul className="returns-lines">
        {found.map(({ gnum, original, saleable }) => (
          <li key={gnum} className="returns-line">
            <span lang="zh">
              {gnum} {lines.find((line) => line.gnum === gnum)?.gname}
            </span>
            <Switch
              label={t('returns.original')}
              checked={original}
              onChange={(checked) => change(gnum, { original: checked, saleable: checked && saleable })}
            />
            {!outward && (
              <Switch
                label={t('returns.saleable')}
                checked={saleable}
                disabled={!original}
                onChange={(checked) => change(gnum, { saleable: checked })}
              />
            )}
          </li>
        ))}
      </ul>
      {outward && <ExportFields found={exported} onChange={setExported} />}
      <Field id="return-note" label={t('returns.note')}>
        {(control) => (
          <textarea
            {...control}
            className="field"
            rows={3}
            maxLength={1000}
            value={note}
            onChange={({ target }) => setNote(target.value)}
          />
        )}
      </Field>
    </DeedDialog>
  );
}

const ways = ['resale', 'ship-back', 'destruction'] as const;

/** Says what became of goods that came back. */
export function DispositionDialog({ detail: { file, lines }, onClose }: GoodsProps) {
  const { t } = useTexts();
  const back = lines.filter(({ original }) => original);
  const [gnum, setGnum] = useState(String(back[0]?.gnum ?? ''));
  const [kind, setKind] = useState<(typeof ways)[number]>('destruction');
  const [quantity, setQuantity] = useState('');
  const [paper, setPaper] = useState('');
  return (
    <DeedDialog
      title={t('returns.deeds.dispose')}
      hint={t('returns.hints.dispose')}
      whole={quantity !== '' && paper.trim() !== ''}
      onSend={() =>
        dispose(file.returnNo, { revision: file.revision, gnum: Number(gnum), kind, quantity, paper })
      }
      onClose={onClose}
    >
      <Field id="return-line" label={t('returns.goods')} required>
        {(control) => (
          <select
            {...control}
            className="field"
            value={gnum}
            onChange={({ target }) => setGnum(target.value)}
          >
            {back.map((line) => (
              <option key={line.gnum} value={line.gnum}>
                {line.gnum} {line.gname}
              </option>
            ))}
          </select>
        )}
      </Field>
      <Field id="return-way" label={t('returns.way')} required>
        {(control) => (
          <select
            {...control}
            className="field"
            value={kind}
            onChange={({ target }) => setKind(ways.find((way) => way === target.value) ?? 'destruction')}
          >
            {ways.map((way) => (
              <option key={way} value={way}>
                {t(`returns.ways.${way}`)}
              </option>
            ))}
          </select>
        )}
      </Field>
      <Text
        id="return-quantity"
        label={t('returns.quantity')}
        value={quantity}
        onChange={(value) => setQuantity(value.replace(/[^\d.]/g, ''))}
      />
      <Text id="return-paper" label={t('returns.paper')} value={paper} onChange={setPaper} />
    </DeedDialog>
  );
}

interface TextProps {
  readonly id: string;
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
}

function Text({ id, label, value, onChange }: TextProps) {
  return (
    <Field id={id} label={label} required>
      {(control) => (
        <input
          {...control}
          className="field"
          maxLength={60}
          value={value}
          onChange={({ target }) => onChange(target.value)}
        />
      )}
    </Field>
  );
}
