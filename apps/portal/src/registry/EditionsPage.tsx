import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { useRef, useState } from 'react';
import { sessionAllows, sessionQuery } from '../api/session.ts';
import { useTexts } from '../i18n/index.ts';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { Empty } from '../ui/Empty.tsx';
import { Field } from '../ui/form/Field.tsx';
import { Ago } from '../ui/Moment.tsx';
import { PageHead } from '../ui/PageHead.tsx';
import { Skeleton } from '../ui/Skeleton.tsx';
import { Trouble } from '../ui/Trouble.tsx';
import { useRowKeys } from '../ui/useRowKeys.ts';
import { RegistryState } from './pieces.tsx';
import { type Edition, type EditionWish, editionsQuery, proposeEdition, registryKey } from './queries.ts';

/** Editions of code lists and of the tariff: proposed, in force, returned. */
export function EditionsPage() {
  const { t } = useTexts();
  const area = useRef<HTMLDivElement>(null);
  const [proposing, setProposing] = useState(false);
  const { data: session } = useQuery(sessionQuery());
  const { data, error, refetch } = useQuery(editionsQuery());
  useRowKeys(area);
  const mayPropose = session && sessionAllows(session, { resource: 'rule-tables', action: 'propose' });
  return (
    <div ref={area} className="registry-page">
      <PageHead title={t('registry.editions')} intro={t('registry.editionsIntro')}>
        {mayPropose && (
          <Button kind="primary" onClick={() => setProposing(true)}>
            {t('registry.propose')}
          </Button>
        )}
      </PageHead>
      {proposing && <Propose tables={data?.tables ?? []} onClose={() => setProposing(false)} />}
      {error && <Trouble error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Skeleton label={t('registry.loading')} bars={[100, 80, 90]} />}
      {data?.editions.length === 0 && (
        <Empty title={t('registry.noEditions')} hint={t('registry.noEditionsHint')} />
      )}
      {data && data.editions.length > 0 && <EditionsTable editions={data.editions} />}
    </div>
  );
}

function EditionsTable({ editions }: { readonly editions: readonly Edition[] }) {
  const { t } = useTexts();
  return (
    <div className="table-scroll">
      <table className="table">
        <caption className="sr-only">{t('registry.editions')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('registry.field.state')}</th>
            <th scope="col">{t('registry.table')}</th>
            <th scope="col">{t('registry.field.validFrom')}</th>
            <th scope="col">{t('registry.codeSource')}</th>
            <th scope="col">{t('registry.since')}</th>
          </tr>
        </thead>
        <tbody>
          {editions.map((one) => (
            <tr key={one.editionId}>
              <td>
                <RegistryState state={one.state} />
              </td>
              <th scope="row">
                <Link
                  to="/registry/editions/$editionId"
                  params={{ editionId: one.editionId }}
                  className="row-link code"
                  data-shortcut="row"
                >
                  {one.table}
                </Link>
              </th>
              <td>{one.from}</td>
              <td>{one.source}</td>
              <td>
                <Ago at={one.decidedAt ?? one.proposedAt} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

interface ProposeProps {
  readonly tables: readonly string[];
  readonly onClose: () => void;
}

/** Hands in a new edition; what it changes is shown next, before anybody approves it. */
function Propose({ tables, onClose }: ProposeProps) {
  const { t } = useTexts();
  const navigate = useNavigate();
  const queryClient = useQueryClient();
  const [wish, setWish] = useState<EditionWish>({ table: 'tariff', from: '', source: '', note: '' });
  const [file, setFile] = useState<File>();
  const send = useMutation({
    mutationFn: (chosen: File) => proposeEdition(wish, chosen),
    onSuccess: async ({ editionId }) => {
      await queryClient.invalidateQueries({ queryKey: registryKey });
      await navigate({ to: '/registry/editions/$editionId', params: { editionId } });
    },
  });
  const whole = file && wish.from !== '' && wish.source.trim().length > 1;
  return (
    <Dialog
      title={t('registry.propose')}
      onClose={onClose}
      footer={
        <Button
          kind="primary"
          disabled={!whole}
          busy={send.isPending}
          onClick={() => file && send.mutate(file)}
        >
          {t('registry.compare')}
        </Button>
      }
    >
      <ProposalFields tables={tables} wish={wish} onChange={setWish} onFile={setFile} />
      {send.error && <Trouble error={send.error} onRetry={() => send.reset()} />}
    </Dialog>
  );
}

interface ProposalFieldsProps {
  readonly tables: readonly string[];
  readonly wish: EditionWish;
  readonly onChange: (wish: EditionWish) => void;
  readonly onFile: (file: File | undefined) => void;
}

function ProposalFields({ tables, wish, onChange, onFile }: ProposalFieldsProps) {
  const { t } = useTexts();
  return (
    <div className="form">
      <Field id="edition-table" label={t('registry.table')} required>
        {(control) => (
          <select
            {...control}
            className="field code"
            value={wish.table}
            onChange={(event) => onChange({ ...wish, table: event.target.value })}
          >
            {tables.map((table) => (
              <option key={table}>{table}</option>
            ))}
          </select>
        )}
      </Field>
      <Field id="edition-from" label={t('registry.field.validFrom')} hint={t('registry.fromHint')} required>
        {(control) => (
          <input
            {...control}
            type="date"
            className="field"
            value={wish.from}
            onChange={(event) => onChange({ ...wish, from: event.target.value })}
          />
        )}
      </Field>
      <Field id="edition-source" label={t('registry.codeSource')} hint={t('registry.sourceHint')} required>
        {(control) => (
          <input
            {...control}
            className="field"
            value={wish.source}
            onChange={(event) => onChange({ ...wish, source: event.target.value })}
          />
        )}
      </Field>
      <Field id="edition-file" label={t('registry.csv')} hint={t('registry.csvHint')} required>
        {(control) => (
          <input
            {...control}
            type="file"
            accept=".csv,text/csv"
            onChange={(event) => onFile(event.target.files?.[0])}
          />
        )}
      </Field>
    </div>
  );
}
