import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { sessionQuery } from '../api/session.ts';
import { useTexts } from '../i18n/index.ts';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { Field } from '../ui/form/Field.tsx';
import { Switch } from '../ui/Switch.tsx';
import { Trouble } from '../ui/Trouble.tsx';
import { toast } from '../ui/toast.tsx';
import { PickField, WordsField } from './Fields.tsx';
import { askInspection, changed, type ListKey, tablesQuery } from './queries.ts';

interface AskDialogProps {
  /** The list it is asked of; left out, its numbers are asked for. */
  readonly of?: ListKey;
  readonly onClose: () => void;
}

/** An officer of an agency has a list inspected: on a ground of the agency's own, with or without a sample. */
export function AskDialog({ of, onClose }: AskDialogProps) {
  const { t, say } = useTexts();
  const queryClient = useQueryClient();
  const { data: session } = useQuery(sessionQuery());
  const { data: tables } = useQuery(tablesQuery());
  const [list, setList] = useState<ListKey>(of ?? { ebpCode: '', orderNo: '' });
  const [chosen, setGround] = useState('');
  const [note, setNote] = useState('');
  const [sampleWanted, setSampleWanted] = useState(false);
  const grounds = tables?.grounds.filter(({ agency }) => agency === session?.agency) ?? [];
  const ground = chosen || (grounds[0]?.code ?? '');
  const asking = useMutation({
    mutationFn: () => askInspection({ ...list, ground, note: note.trim(), sampleWanted }),
    onSuccess: async ({ came }) => {
      toast(t(`inspections.askDone.${came}`));
      for (const queryKey of changed) await queryClient.invalidateQueries({ queryKey });
      onClose();
    },
  });
  const whole = ground !== '' && list.ebpCode.trim() !== '' && list.orderNo.trim() !== '';
  return (
    <Dialog
      title={t('inspections.ask')}
      onClose={onClose}
      footer={
        <Button kind="primary" disabled={!whole} busy={asking.isPending} onClick={() => asking.mutate()}>
          {t('inspections.ask')}
        </Button>
      }
    >
      <p className="quiet">{t('inspections.askHint')}</p>
      {(['ebpCode', 'orderNo'] as const).map((name) => (
        <Field key={name} id={`inspection-${name}`} label={t(`inspections.${name}`)} required>
          {(control) => (
            <input
              {...control}
              className="field"
              maxLength={60}
              readOnly={of !== undefined}
              autoComplete="off"
              value={list[name]}
              onChange={({ target }) => setList({ ...list, [name]: target.value })}
            />
          )}
        </Field>
      ))}
      <PickField
        id="inspection-ground"
        label={t('inspections.ground')}
        value={ground}
        options={grounds.map((one) => ({ value: one.code, text: say(one) }))}
        onPick={setGround}
      />
      <WordsField id="inspection-note" label={t('inspections.note')} value={note} onWrite={setNote} />
      <Switch label={t('inspections.sampleWanted')} checked={sampleWanted} onChange={setSampleWanted} />
      {asking.error && <Trouble error={asking.error} onRetry={() => asking.reset()} />}
    </Dialog>
  );
}
