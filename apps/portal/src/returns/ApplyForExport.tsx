import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { sessionAllows, sessionQuery } from '../api/session.ts';
import type { ExportDetail } from '../exports/queries.ts';
import { useTexts } from '../i18n/index.ts';
import { Button } from '../ui/Button.tsx';
import { Field } from '../ui/form/Field.tsx';
import { ApplicationDialog } from './ApplyButton.tsx';
import { applyFor } from './queries.ts';
import './returns.css';

interface ApplyProps {
  readonly detail: ExportDetail;
}

const noWay = { customsCode: '', logisticsNo: '', trafName: '', voyageNo: '' };
type Way = typeof noWay;
const labels = {
  customsCode: 'office',
  logisticsNo: 'waybill',
  trafName: 'conveyance',
  voyageNo: 'voyage',
} as const;

/** Opens the form for cancelling an export list before its goods leave, or for goods of it that come back. */
export function ApplyForExport({ detail: { list, items } }: ApplyProps) {
  const { t } = useTexts();
  const { data: session } = useQuery(sessionQuery());
  const [open, setOpen] = useState(false);
  const [way, setWay] = useState<Way>(noWay);
  const may = session !== undefined && sessionAllows(session, { resource: 'returns', action: 'apply' });
  const kind = list.goods === 'departed' ? 'return' : list.state === 'released' ? 'cancellation' : undefined;
  if (!may || !kind) return null;
  const { orderNo, ebpCode, ebcCode } = list;
  const { customsCode, ...rest } = way;
  const wayBack = { ...rest, ...(customsCode === '' ? {} : { customsCode }) };
  const officeFits = customsCode === '' || /^\d{4}$/.test(customsCode);
  const whole = Object.values(rest).every((value) => value.trim() !== '') && officeFits;
  return (
    <>
      <Button onClick={() => setOpen(true)}>{t(`returns.apply.${kind}`)}</Button>
      {open && (
        <ApplicationDialog
          kind={kind}
          hint={t(
            kind === 'return' ? 'returns.apply.exportReturnHint' : 'returns.apply.exportCancellationHint',
          )}
          lines={kind === 'return' ? items.map((item) => ({ ...item, gnum: String(item.gnum) })) : []}
          lineHint="sent"
          whole={kind === 'cancellation' || whole}
          onSend={(reason, asked) =>
            applyFor({
              ...{ kind, orderNo, ebpCode, reason },
              ...(kind === 'return' ? { lines: [...asked] } : {}),
              exported: { ebcCode, ...(kind === 'return' ? { wayBack } : {}) },
            })
          }
          onClose={() => setOpen(false)}
        >
          {kind === 'return' &&
            (Object.keys(labels) as (keyof Way)[]).map((name) => (
              <Field
                key={name}
                id={`return-${labels[name]}`}
                label={t(`returns.apply.${labels[name]}`)}
                required={name !== 'customsCode'}
              >
                {(control) => (
                  <input
                    {...control}
                    className="field"
                    maxLength={name === 'customsCode' ? 4 : 32}
                    value={way[name]}
                    onChange={({ target }) => setWay({ ...way, [name]: target.value })}
                  />
                )}
              </Field>
            ))}
        </ApplicationDialog>
      )}
    </>
  );
}
