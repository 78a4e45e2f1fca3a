import { type FormEvent, useState } from 'react';
import type { ListDetail } from '../api/types.ts';
import { useTexts } from '../i18n/index.ts';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { Field } from '../ui/form/Field.tsx';
import { Icon } from '../ui/Icon.tsx';
import { Said } from '../ui/Said.tsx';
import { Trouble } from '../ui/Trouble.tsx';
import { Notes } from './Notes.tsx';
import { type ShownPersons, showPersons } from './queries.ts';
import './persons.css';

interface PersonsDialogProps {
  readonly detail: ListDetail;
  readonly onClose: () => void;
}

const shortestReason = 3;

/** Asks why, then shows the persons of a list's papers in full, for as long as it is open. */
export function PersonsDialog({ detail, onClose }: PersonsDialogProps) {
  const { t } = useTexts();
  const { ebpCode, orderNo } = detail.list;
  const [reason, setReason] = useState('');
  const [asking, setAsking] = useState(false);
  const [error, setError] = useState<Error>();
  // Here and nowhere else: what a cache keeps would outlive the reason it was shown for.
  const [shown, setShown] = useState<ShownPersons>();
  const why = reason.trim();
  const ask = async () => {
    setAsking(true);
    setError(undefined);
    try {
      setShown(await showPersons(ebpCode, orderNo, why));
    } catch (cause) {
      setError(cause as Error);
    }
    setAsking(false);
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (why.length >= shortestReason && !asking) void ask();
  };
  return (
    <Dialog title={t('persons.title', { number: orderNo })} onClose={onClose}>
      {shown ? (
        <Persons detail={detail} shown={shown} reason={why} />
      ) : (
        <form className="form" onSubmit={submit}>
          <p className="quiet">{t('persons.hint')}</p>
          <Field id="persons-reason" label={t('persons.reason')} hint={t('persons.reasonHint')} required>
            {(control) => (
              <input
                {...control}
                className="field"
                value={reason}
                maxLength={200}
                autoComplete="off"
                onChange={(event) => setReason(event.target.value)}
              />
            )}
          </Field>
          {error && <Trouble error={error} onRetry={() => void ask()} />}
          <div className="form-actions">
            <Button type="submit" kind="primary" busy={asking} disabled={why.length < shortestReason}>
              {t('persons.confirm')}
            </Button>
          </div>
        </form>
      )}
    </Dialog>
  );
}

interface PersonsProps {
  readonly detail: ListDetail;
  readonly shown: ShownPersons;
  readonly reason: string;
}

/** The papers one was shown, field by field. */
function Persons({ detail, shown, reason }: PersonsProps) {
  const { t } = useTexts();
  return (
    <div className="persons-shown">
      <p role="status" className="quiet">
        {t('persons.onRecord', { reason })}
      </p>
      {shown.papers.map(({ paper, sender, fields, notes }) => (
        <section key={`${paper} ${sender}`}>
          <h3>
            <Icon name={paper} /> {t(`persons.paper.${paper}`)} <code>{sender}</code>
          </h3>
          <dl className="persons-fields">
            {Object.entries(fields).map(([name, value]) => {
              const field = detail.papers[paper]?.headFields.find((one) => one.name === name);
              return (
                <div key={name}>
                  <dt>{field ? <Said text={field} /> : <code>{name}</code>}</dt>
                  <dd>
                    <span lang="zh-CN">{value}</span>
                    <Notes notes={notes.filter((note) => note.field === name)} />
                  </dd>
                </div>
              );
            })}
          </dl>
        </section>
      ))}
    </div>
  );
}
