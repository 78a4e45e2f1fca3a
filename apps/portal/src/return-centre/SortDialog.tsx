import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTexts } from '../i18n/index.ts';
import { DeedDialog } from '../returns/DeedDialog.tsx';
import { Field } from '../ui/form/Field.tsx';
import { Skeleton } from '../ui/Skeleton.tsx';
import { Trouble } from '../ui/Trouble.tsx';
import { type Parcel, parcelQuery, sort } from './queries.ts';

interface SortProps {
  readonly parcel: Parcel;
  readonly onClose: () => void;
}

const kinds = ['fit', 'unfit'] as const;

/** What lies in a parcel, line by line: how much of it may come back, and how much may not. */
export function SortDialog({ parcel: { parcelNo, revision }, onClose }: SortProps) {
  const { t } = useTexts();
  const { data, error, refetch } = useQuery(parcelQuery(parcelNo));
  const [found, setFound] = useState<Readonly<Record<string, string>>>({});
  const said = (gnum: number, kind: string) => found[`${gnum} ${kind}`] ?? '';
  const lines = (data?.goods ?? [])
    .map(({ gnum }) => ({ gnum, fit: said(gnum, 'fit') || '0', unfit: said(gnum, 'unfit') || '0' }))
    .filter(({ fit, unfit }) => Number(fit) > 0 || Number(unfit) > 0);
  return (
    <DeedDialog
      title={t('centre.deed.sort')}
      hint={t('centre.hint.sort')}
      whole={lines.length > 0}
      onSend={() => sort(parcelNo, { revision, lines })}
      onClose={onClose}
    >
      {error && <Trouble error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Skeleton label={t('app.loading')} bars={[100]} />}
      {data?.goods.map(({ gnum, gname, bought }) => (
        <fieldset key={gnum} className="centre-line">
          <legend lang="zh">
            {gnum} {gname} × {bought}
          </legend>
          {kinds.map((kind) => (
            <Field key={kind} id={`parcel-${gnum}-${kind}`} label={t(`centre.${kind}`)}>
              {(control) => (
                <input
                  {...control}
                  className="field"
                  inputMode="decimal"
                  maxLength={20}
                  value={said(gnum, kind)}
                  onChange={({ target }) =>
                    setFound({ ...found, [`${gnum} ${kind}`]: target.value.replace(/[^\d.]/g, '') })
                  }
                />
              )}
            </Field>
          ))}
        </fieldset>
      ))}
    </DeedDialog>
  );
}
