import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTexts } from '../i18n/index.ts';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { Field } from '../ui/form/Field.tsx';
import { Trouble } from '../ui/Trouble.tsx';
import { changed, checklistsQuery, makePass } from './queries.ts';

const EMPTY = { direction: 'out', customsCode: '', plate: '', tareKg: '', packingKg: '0', lists: '' };
type Values = typeof EMPTY;

/** One list a line: platform code and order number. */
const listsOf = (text: string) =>
  text.split('\n').flatMap((line) => {
    const [ebpCode = '', orderNo = ''] = line.trim().split(/[\s,]+/);
    return orderNo === '' ? [] : [{ ebpCode, orderNo }];
  });

/** Makes a pass: the vehicle, its checklists, lists bought direct, or nothing at all. */
export function NewPassDialog({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTexts();
  const [values, setValues] = useState<Values>(EMPTY);
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const navigate = useNavigate();
  const queryClient = useQueryClient();
  const direction = values.direction === 'in' ? 'in' : 'out';
  const making = useMutation({
    mutationFn: () =>
      makePass({
        ...{ direction, customsCode: values.customsCode, plate: values.plate, tareKg: values.tareKg },
        ...{ packingKg: values.packingKg || '0', checklists: [...chosen], lists: listsOf(values.lists) },
      }),
    onSuccess: async ({ passNo }) => {
      for (const queryKey of changed) await queryClient.invalidateQueries({ queryKey });
      await navigate({ to: '/passes/$passNo', params: { passNo } });
    },
  });
  const whole = /^\d{4}$/.test(values.customsCode) && values.plate.length > 3 && values.tareKg !== '';
  return (
    <Dialog
      title={t('gate.makePass')}
      onClose={onClose}
      footer={
        <Button kind="primary" disabled={!whole} busy={making.isPending} onClick={() => making.mutate()}>
          {t('gate.makePass')}
        </Button>
      }
    >
      <p className="quiet">{t('gate.passHint')}</p>
      <Vehicle values={values} onChange={(more) => setValues({ ...values, ...more })} />
      <Loads key={direction} direction={direction} chosen={chosen} onChange={setChosen} />
      {direction === 'out' && (
        <Field id="pass-lists" label={t('gate.directLists')} findings={[]}>
          {(control) => (
            <textarea
              {...control}
              className="field"
              rows={2}
              value={values.lists}
              onChange={({ target }) => setValues({ ...values, lists: target.value })}
            />
          )}
        </Field>
      )}
      {making.error && <Trouble error={making.error} onRetry={() => making.reset()} />}
    </Dialog>
  );
}

interface VehicleProps {
  readonly values: Values;
  readonly onChange: (more: Partial<Values>) => void;
}

function Vehicle({ values, onChange }: VehicleProps) {
  const { t } = useTexts();
  const figures = { customsCode: /\D/g, tareKg: /[^\d.]/g, packingKg: /[^\d.]/g, plate: /[\n\r]/g } as const;
  return (
    <>
      <Field id="pass-direction" label={t('gate.direction')} required findings={[]}>
        {(control) => (
          <select
            {...control}
            className="field"
            value={values.direction}
            onChange={({ target }) => onChange({ direction: target.value })}
          >
            {(['out', 'in'] as const).map((way) => (
              <option key={way} value={way}>
                {t(`gate.directions.${way}`)}
              </option>
            ))}
          </select>
        )}
      </Field>
      {(['plate', 'tareKg', 'packingKg', 'customsCode'] as const).map((name) => (
        <Field key={name} id={`pass-${name}`} label={t(`gate.${name}`)} required findings={[]}>
          {(control) => (
            <input
              {...control}
              className="field"
              inputMode={name === 'plate' ? undefined : 'decimal'}
              maxLength={name === 'customsCode' ? 4 : 20}
              autoComplete="off"
              value={values[name]}
              onChange={({ target }) => onChange({ [name]: target.value.replace(figures[name], '') })}
            />
          )}
        </Field>
      ))}
    </>
  );
}

interface LoadsProps {
  readonly direction: 'out' | 'in';
  readonly chosen: ReadonlySet<string>;
  readonly onChange: (chosen: ReadonlySet<string>) => void;
}

/** Checklists that may be loaded. */
function Loads({ direction, chosen, onChange }: LoadsProps) {
  const { t } = useTexts();
  const found = useInfiniteQuery(checklistsQuery(direction === 'in' ? 'approved' : 'made'));
  const rows = (found.data?.pages.flatMap(({ checklists }) => checklists) ?? []).filter(
    (one) => one.direction === direction && one.passNo === undefined,
  );
  const turn = (checklistNo: string) => {
    const next = new Set(chosen);
    if (!next.delete(checklistNo)) next.add(checklistNo);
    onChange(next);
  };
  return (
    <fieldset className="gate-loads">
      <legend>{t('gate.loads')}</legend>
      {rows.length === 0 && <p className="quiet">{t('gate.noLoads')}</p>}
      {rows.map(({ checklistNo, lists, grossKg }) => (
        <label key={checklistNo} className="gate-choice">
          <input type="checkbox" checked={chosen.has(checklistNo)} onChange={() => turn(checklistNo)} />
          <span>
            <span className="code">{checklistNo}</span> {t('gate.load', { count: lists, kg: grossKg })}
          </span>
        </label>
      ))}
    </fieldset>
  );
}
