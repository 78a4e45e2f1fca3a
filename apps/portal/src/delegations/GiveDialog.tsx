import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTexts } from '../i18n/index.ts';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { Field, type FieldFinding } from '../ui/form/Field.tsx';
import { foundIn } from '../ui/found.ts';
import { Said } from '../ui/Said.tsx';
import { Trouble } from '../ui/Trouble.tsx';
import { type DelegationKind, giveDelegation, kinds, type NewDelegation } from './queries.ts';

type TextField = 'agent' | 'fromDay' | 'toDay' | 'paperNo' | 'paperPlace';

/** In the order of the form; what the browser offers for each. */
const fields: readonly { name: TextField; type: 'text' | 'date'; most: number; optional?: boolean }[] = [
  { name: 'agent', type: 'text', most: 10 },
  { name: 'fromDay', type: 'date', most: 10 },
  { name: 'toDay', type: 'date', most: 10 },
  { name: 'paperNo', type: 'text', most: 60 },
  { name: 'paperPlace', type: 'text', most: 300, optional: true },
];

const empty: Record<TextField, string> = { agent: '', fromDay: '', toDay: '', paperNo: '', paperPlace: '' };

/** Proposes to another enterprise that it hand in documents for one's own. */
export function GiveDialog({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTexts();
  const [texts, setTexts] = useState(empty);
  const [chosen, setChosen] = useState<readonly DelegationKind[]>([]);
  const queryClient = useQueryClient();
  const giving = useMutation({
    mutationFn: () => giveDelegation(wishOf(texts, chosen)),
    onSuccess: async () => {
      await queryClient.invalidateQueries({ queryKey: ['delegations'] });
      onClose();
    },
  });
  const found = foundIn(giving.error);
  const whole =
    chosen.length > 0 && fields.every(({ name, optional }) => optional || texts[name].trim() !== '');
  return (
    <Dialog
      title={t('delegations.give')}
      onClose={onClose}
      footer={
        <Button kind="primary" disabled={!whole} busy={giving.isPending} onClick={() => giving.mutate()}>
          {t('delegations.propose')}
        </Button>
      }
    >
      <p className="quiet">{t('delegations.giveHint')}</p>
      {fields.map(({ name, type, most, optional = false }) => (
        <Field
          key={name}
          id={`delegation-${name}`}
          label={t(`delegations.${name}`)}
          required={!optional}
          findings={found.filter(({ path }) => path === name)}
        >
          {(control) => (
            <input
              {...control}
              className="field"
              type={type}
              maxLength={most}
              value={texts[name]}
              onChange={(event) => setTexts({ ...texts, [name]: event.target.value })}
            />
          )}
        </Field>
      ))}
      <Kinds chosen={chosen} onChange={setChosen} found={found} />
      {giving.error && (
        <Trouble
          error={giving.error}
          onRetry={() => giving.reset()}
          atField={(path) => fields.some(({ name }) => name === path) || path.startsWith('kinds[')}
        />
      )}
    </Dialog>
  );
}

function wishOf(texts: Record<TextField, string>, chosen: readonly DelegationKind[]): NewDelegation {
  const { agent, fromDay, toDay, paperNo, paperPlace } = texts;
  return {
    ...{ agent: agent.trim(), kinds: [...chosen], fromDay, toDay, paperNo: paperNo.trim() },
    ...(paperPlace.trim() ? { paperPlace: paperPlace.trim() } : {}),
  };
}

interface KindsProps {
  readonly chosen: readonly DelegationKind[];
  readonly onChange: (chosen: readonly DelegationKind[]) => void;
  readonly found: readonly (FieldFinding & { readonly path: string })[];
}

/** Which documents, with what is wrong with each: its place in the wish is its place among the chosen. */
function Kinds({ chosen, onChange, found }: KindsProps) {
  const { t } = useTexts();
  return (
    <fieldset className="delegations-kinds">
      <legend>{t('delegations.kinds')}</legend>
      {kinds.map((kind) => (
        <div key={kind}>
          <label>
            <input
              type="checkbox"
              checked={chosen.includes(kind)}
              onChange={(event) =>
                onChange(event.target.checked ? [...chosen, kind] : chosen.filter((one) => one !== kind))
              }
            />
            {t(`delegations.kind.${kind}`)}
          </label>
          {found
            .filter(({ path }) => path === `kinds[${chosen.indexOf(kind) + 1}]`)
            .map(({ code, message }) => (
              <p key={code} className="delegations-wrong">
                <Said text={message} />
              </p>
            ))}
        </div>
      ))}
    </fieldset>
  );
}
