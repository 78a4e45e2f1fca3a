import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useTexts } from '../i18n/index.ts';
import { Button } from '../ui/Button.tsx';
import { Choice } from '../ui/Choice.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { Field } from '../ui/form/Field.tsx';
import { Trouble } from '../ui/Trouble.tsx';
import { toast } from '../ui/toast.tsx';
import { About } from './parts.tsx';
import { askCorrection, type CorrectionRequest, type Datum } from './queries.ts';

interface AskDialogProps {
  /** Left out for what the platform itself holds. */
  readonly about?: Datum;
  readonly onClose: () => void;
}

/** A person asks to have something corrected, deleted or explained. */
export function AskDialog({ about, onClose }: AskDialogProps) {
  const { t } = useTexts();
  const queryClient = useQueryClient();
  const wishes = about
    ? (['correct', 'delete', 'explain'] as const)
    : (['explain', 'correct', 'delete'] as const);
  const [wish, setWish] = useState<CorrectionRequest['wish']>(wishes[0]);
  const [value, setValue] = useState('');
  const [text, setText] = useState('');
  // One request, however often the button is pressed.
  const [key] = useState(() => crypto.randomUUID());
  const asking = useMutation({
    mutationFn: (body: CorrectionRequest) => askCorrection(body, key),
    onSuccess: async () => {
      await queryClient.invalidateQueries({ queryKey: ['me', 'corrections'] });
      toast(t('corrections.ask.sent'));
      onClose();
    },
  });
  const ask = (event: FormEvent): void => {
    event.preventDefault();
    const right = wish === 'correct' ? { value: value.trim() } : {};
    asking.mutate({ wish, text: text.trim(), ...(about ? { about } : {}), ...right });
  };
  return (
    <Dialog title={t('corrections.ask.title')} onClose={onClose}>
      <form className="form" onSubmit={ask}>
        <p>
          <About about={about} />
        </p>
        <Choice
          label={t('corrections.ask.wish')}
          value={wish}
          options={wishes.map((one) => ({ value: one, label: t(`corrections.wish.${one}`) }))}
          onChange={setWish}
        />
        {wish === 'delete' && <p className="quiet">{t('corrections.ask.deleteHint')}</p>}
        {wish === 'correct' && (
          <Field id="ask-value" label={t('corrections.ask.value')} required>
            {(control) => (
              <input
                {...control}
                className="field"
                maxLength={500}
                value={value}
                onChange={(event) => setValue(event.target.value)}
              />
            )}
          </Field>
        )}
        <WhyField text={text} onChange={setText} />
        {asking.error && <Trouble error={asking.error} onRetry={() => asking.reset()} />}
        <div className="form-actions">
          <Button kind="primary" type="submit" busy={asking.isPending}>
            {t('corrections.ask.send')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}

interface WhyFieldProps {
  readonly text: string;
  readonly onChange: (text: string) => void;
}

function WhyField({ text, onChange }: WhyFieldProps) {
  const { t } = useTexts();
  return (
    <Field id="ask-text" label={t('corrections.ask.text')} hint={t('corrections.ask.textHint')} required>
      {(control) => (
        <textarea
          {...control}
          className="field"
          minLength={3}
          maxLength={1000}
          rows={3}
          value={text}
          onChange={(event) => onChange(event.target.value)}
        />
      )}
    </Field>
  );
}
