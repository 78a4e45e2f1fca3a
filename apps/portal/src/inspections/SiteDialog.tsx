import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTexts } from '../i18n/index.ts';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { Field } from '../ui/form/Field.tsx';
import { Trouble } from '../ui/Trouble.tsx';
import { ClosedDays, Hours } from './HoursRows.tsx';
import { filingOf, formOf, isWhole, type SiteForm } from './hours.ts';
import { changed, fileSite, type Site } from './queries.ts';

interface SiteDialogProps {
  readonly site?: Site;
  /** First day of hours that are added. */
  readonly today: string;
  readonly onClose: () => void;
}

/** A site with its whole calendar: files a new one, or changes hours and closed days of one there is. */
export function SiteDialog({ site, today, onClose }: SiteDialogProps) {
  const { t } = useTexts();
  const queryClient = useQueryClient();
  const [form, setForm] = useState(() => formOf(site));
  const filing = useMutation({
    mutationFn: () => fileSite(form.siteCode, filingOf(form, site?.revision ?? 0)),
    onSuccess: async () => {
      for (const queryKey of [['inspection-sites'], ...changed])
        await queryClient.invalidateQueries({ queryKey });
      onClose();
    },
  });
  return (
    <Dialog
      title={t(site ? 'inspections.editHours' : 'inspections.newSite')}
      onClose={onClose}
      footer={
        <Button
          kind="primary"
          disabled={!isWhole(form)}
          busy={filing.isPending}
          onClick={() => filing.mutate()}
        >
          {t('inspections.save')}
        </Button>
      }
    >
      <p className="quiet">{t('inspections.hoursHint')}</p>
      {filing.error && <Trouble error={filing.error} onRetry={() => filing.reset()} />}
      <Names form={form} fixed={site !== undefined} onChange={setForm} />
      <Hours rows={form.hours} today={today} onChange={(hours) => setForm({ ...form, hours })} />
      <ClosedDays rows={form.closed} onChange={(closed) => setForm({ ...form, closed })} />
    </Dialog>
  );
}

const texts = [
  ['siteCode', 'inspections.siteCode', 12],
  ['nameZh', 'inspections.nameZh', 60],
  ['nameEn', 'inspections.nameEn', 60],
  ['customsCode', 'inspections.office', 4],
  ['address', 'inspections.address', 200],
  ['slotMinutes', 'inspections.slotMinutes', 3],
] as const;

interface NamesProps {
  readonly form: SiteForm;
  /** Whether its code stands already. */
  readonly fixed: boolean;
  readonly onChange: (form: SiteForm) => void;
}

function Names({ form, fixed, onChange }: NamesProps) {
  const { t } = useTexts();
  return (
    <>
      {texts.map(([name, text, most]) => (
        <Field key={name} id={`site-${name}`} label={t(text)} required={name !== 'address'}>
          {(control) => (
            <input
              {...control}
              className="field"
              maxLength={most}
              readOnly={fixed && name === 'siteCode'}
              autoComplete="off"
              value={form[name]}
              onChange={({ target }) => onChange({ ...form, [name]: target.value })}
            />
          )}
        </Field>
      ))}
    </>
  );
}
