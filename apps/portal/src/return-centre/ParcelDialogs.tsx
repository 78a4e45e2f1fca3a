import { useState } from 'react';
import { useTexts } from '../i18n/index.ts';
import { DeedDialog } from '../returns/DeedDialog.tsx';
import { Field } from '../ui/form/Field.tsx';
import { end, handIn, identify, type Parcel } from './queries.ts';
import { TextField } from './TextField.tsx';

interface ParcelProps {
  readonly parcel: Parcel;
  readonly onClose: () => void;
}

/** Says which list a kept parcel comes back from. */
export function IdentifyDialog({ parcel: { parcelNo, revision }, onClose }: ParcelProps) {
  const { t } = useTexts();
  const [orderNo, setOrderNo] = useState('');
  const [ebpCode, setEbpCode] = useState('');
  return (
    <DeedDialog
      title={t('centre.deed.identify')}
      hint={t('centre.hint.identify')}
      whole={orderNo.trim() !== '' && ebpCode.trim() !== ''}
      onSend={() => identify(parcelNo, { revision, orderNo: orderNo.trim(), ebpCode: ebpCode.trim() })}
      onClose={onClose}
    >
      <TextField id="parcel-order" label={t('returns.order')} value={orderNo} onChange={setOrderNo} />
      <TextField id="parcel-platform" label={t('centre.platform')} value={ebpCode} onChange={setEbpCode} />
    </DeedDialog>
  );
}

/** Hands in the return list of a sorted parcel. */
export function HandInDialog({ parcel: { parcelNo }, onClose }: ParcelProps) {
  const { t } = useTexts();
  const [reason, setReason] = useState('');
  return (
    <DeedDialog
      title={t('centre.deed.handIn')}
      hint={t('centre.hint.handIn')}
      whole={reason.trim() !== ''}
      onSend={() => handIn({ parcels: [parcelNo], reason: reason.trim() })}
      onClose={onClose}
    >
      <TextField id="parcel-reason" label={t('returns.reason')} value={reason} onChange={setReason} />
    </DeedDialog>
  );
}

const ways = ['sent-back', 'destroyed'] as const;

/** Says that a parcel has left the centre. */
export function EndDialog({ parcel: { parcelNo, revision }, onClose }: ParcelProps) {
  const { t } = useTexts();
  const [way, setWay] = useState<(typeof ways)[number]>('sent-back');
  const [paper, setPaper] = useState('');
  return (
    <DeedDialog
      title={t('centre.deed.end')}
      hint={t('centre.hint.end')}
      danger
      whole={paper.trim() !== ''}
      onSend={() => end(parcelNo, { revision, way, paper: paper.trim() })}
      onClose={onClose}
    >
      <Field id="parcel-way" label={t('returns.way')} required>
        {(control) => (
          <select
            {...control}
            className="field"
            value={way}
            onChange={({ target }) => setWay(ways.find((one) => one === target.value) ?? 'sent-back')}
          >
            {ways.map((one) => (
              <option key={one} value={one}>
                {t(`centre.states.${one}`)}
              </option>
            ))}
          </select>
        )}
      </Field>
      <TextField id="parcel-paper" label={t('returns.paper')} value={paper} onChange={setPaper} />
    </DeedDialog>
  );
}
