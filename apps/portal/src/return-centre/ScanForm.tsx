import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useRef, useState } from 'react';
import { useTexts } from '../i18n/index.ts';
import { Button } from '../ui/Button.tsx';
import { Field } from '../ui/form/Field.tsx';
import { Trouble } from '../ui/Trouble.tsx';
import { Bars } from './Bars.tsx';
import { type Scanned, scan } from './queries.ts';
import './return-centre.css';

interface ScanFormProps {
  readonly centres: readonly { readonly centreCode: string; readonly nameZh: string }[];
}

/**
 * Takes parcels in one after the other: a scanner types the label and a line end, and the field is ready for the next.
 * What is said of the parcel is read out to those who do not see it.
 */
export function ScanForm({ centres }: ScanFormProps) {
  const { t } = useTexts();
  const queryClient = useQueryClient();
  const label = useRef<HTMLInputElement>(null);
  const [centreCode, setCentreCode] = useState(centres[0]?.centreCode ?? '');
  const [scanned, setScanned] = useState('');
  const scanning = useMutation({
    mutationFn: scan,
    onSuccess: () => queryClient.invalidateQueries({ queryKey: ['return-parcels'] }),
    // Refused or taken in, the next parcel is in hand.
    onSettled: () => {
      setScanned('');
      label.current?.focus();
    },
  });
  const send = (event: FormEvent): void => {
    event.preventDefault();
    if (scanned.trim() !== '') scanning.mutate({ centreCode, scanned: scanned.trim() });
  };
  return (
    <form className="panel centre-scan" onSubmit={send}>
      <Field id="centre-code" label={t('centre.centre')} required>
        {(control) => (
          <select
            {...control}
            className="field"
            value={centreCode}
            onChange={({ target }) => setCentreCode(target.value)}
          >
            {centres.map((centre) => (
              <option key={centre.centreCode} value={centre.centreCode} lang="zh">
                {centre.centreCode} {centre.nameZh}
              </option>
            ))}
          </select>
        )}
      </Field>
      <Field id="centre-scan" label={t('centre.scan')} hint={t('centre.scanHint')} required>
        {(control) => (
          <input
            {...control}
            ref={label}
            className="field code"
            autoComplete="off"
            minLength={6}
            maxLength={60}
            pattern="\s*[0-9A-Za-z\-]+\s*"
            value={scanned}
            onChange={({ target }) => setScanned(target.value)}
          />
        )}
      </Field>
      <Button kind="primary" type="submit" busy={scanning.isPending}>
        {t('centre.receive')}
      </Button>
      <div aria-live="polite">
        {scanning.data && <Found of={scanning.data} />}
        {scanning.error && <Trouble error={scanning.error} onRetry={() => scanning.reset()} />}
      </div>
    </form>
  );
}

function Found({ of: { parcel, goods, again } }: { readonly of: Scanned }) {
  const { t } = useTexts();
  return (
    <div className="centre-found">
      <p>
        <strong className="code">{parcel.parcelNo}</strong> {t(`centre.states.${parcel.state}`)}
        {again && ` · ${t('centre.again')}`}
      </p>
      {parcel.orderNo && (
        <p>
          <span className="code">{parcel.orderNo}</span>{' '}
          <span lang="zh">{goods.map(({ gname, bought }) => `${gname} × ${bought}`).join('、')}</span>
          {parcel.arriveBy && ` · ${t('returns.arriveBy')} ${parcel.arriveBy}`}
        </p>
      )}
      <Bars of={parcel} />
    </div>
  );
}
