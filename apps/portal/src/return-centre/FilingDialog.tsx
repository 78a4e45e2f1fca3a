import { useState } from 'react';
import { useTexts } from '../i18n/index.ts';
import { DeedDialog } from '../returns/DeedDialog.tsx';
import { fileCentre } from './queries.ts';
import { TextField } from './TextField.tsx';

const fields = ['centreCode', 'nameZh', 'nameEn', 'customsCode', 'owner', 'address'] as const;

/** Files a return centre, or changes the one of that code. */
export function FilingDialog({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTexts();
  const [values, setValues] = useState<Readonly<Record<string, string>>>({});
  const [openedOn, setOpenedOn] = useState('');
  const of = (name: (typeof fields)[number]) => (values[name] ?? '').trim();
  return (
    <DeedDialog
      title={t('centre.file')}
      hint={t('centre.hint.file')}
      whole={fields.every((name) => of(name) !== '') && openedOn !== ''}
      onSend={() =>
        fileCentre(of('centreCode'), {
          ...{ nameZh: of('nameZh'), nameEn: of('nameEn'), customsCode: of('customsCode') },
          ...{ owner: of('owner'), address: of('address'), openedOn },
        })
      }
      onClose={onClose}
    >
      {fields.map((name) => (
        <TextField
          key={name}
          id={`centre-${name}`}
          label={t(`centre.field.${name}`)}
          value={values[name] ?? ''}
          onChange={(value) => setValues({ ...values, [name]: value })}
        />
      ))}
      <TextField
        id="centre-openedOn"
        label={t('centre.field.openedOn')}
        type="date"
        value={openedOn}
        onChange={setOpenedOn}
      />
    </DeedDialog>
  );
}
