import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { type DragEvent, useState } from 'react';
import { sessionAllows, sessionQuery } from '../api/session.ts';
import { useTexts } from '../i18n/index.ts';
import { Choice } from '../ui/Choice.tsx';
import { Icon } from '../ui/Icon.tsx';
import { Switch } from '../ui/Switch.tsx';
import { Trouble } from '../ui/Trouble.tsx';
import { kindOf } from './kinds.ts';
import { announceFile, kindsQuery, templateAddress } from './queries.ts';
import { uploadFrom } from './uploads.ts';

const accepted = '.csv,.tsv,.txt,.xlsx';

/** Takes a file by choosing or dropping it, and offers the tables to fill. @param first the kind that is chosen at first */
export function UploadPanel({ first }: { readonly first: string }) {
  const { t } = useTexts();
  const { data } = useQuery(kindsQuery());
  const [kind, setKind] = useState(first);
  const [acceptGood, setAcceptGood] = useState(false);
  const queryClient = useQueryClient();
  const navigate = useNavigate();
  const announcing = useMutation({
    mutationFn: (file: File) => announceFile({ kind, name: file.name, sizeBytes: file.size, acceptGood }),
    onSuccess: async ({ fileId }, file) => {
      // Goes on while one looks at other pages; its own page says how it stands.
      void uploadFrom(fileId, file, 0).then(() => queryClient.invalidateQueries({ queryKey: ['bulk'] }));
      await navigate({ to: '/bulk/$fileId', params: { fileId } });
    },
  });
  const { data: session } = useQuery(sessionQuery());
  const kinds = (data?.kinds ?? []).filter(
    ({ needs }) => needs === undefined || (session !== undefined && sessionAllows(session, needs)),
  );
  return (
    <section className="panel bulk-upload" aria-labelledby="bulk-upload">
      <h2 id="bulk-upload">{t('bulk.upload')}</h2>
      <Choice
        label={t('bulk.kind')}
        value={kind}
        options={kinds.map(({ kind: value, name }) => ({
          value,
          label: kindOf(value) === 'other' ? name.en : t(`bulk.kinds.${kindOf(value)}`),
        }))}
        onChange={setKind}
      />
      <DropArea busy={announcing.isPending} onFile={(file) => announcing.mutate(file)} />
      <Switch label={t('bulk.acceptGood')} checked={acceptGood} onChange={setAcceptGood} />
      <Templates kind={kind} />
      {announcing.error && <Trouble error={announcing.error} onRetry={() => announcing.reset()} />}
    </section>
  );
}

function DropArea({ busy, onFile }: { readonly busy: boolean; readonly onFile: (file: File) => void }) {
  const { t } = useTexts();
  const [over, setOver] = useState(false);
  const take = (files: FileList | null | undefined) => {
    const [file] = files ?? [];
    if (file && !busy) onFile(file);
  };
  const drag = (event: DragEvent, inside: boolean) => {
    event.preventDefault();
    setOver(inside);
  };
  return (
    <label
      className={over ? 'bulk-drop bulk-drop-over' : 'bulk-drop'}
      onDragOver={(event) => drag(event, true)}
      onDragLeave={(event) => drag(event, false)}
      onDrop={(event) => {
        drag(event, false);
        take(event.dataTransfer.files);
      }}
    >
      <input
        type="file"
        className="sr-only"
        accept={accepted}
        aria-busy={busy}
        onChange={({ target }) => {
          take(target.files);
          target.value = '';
        }}
      />
      <Icon name="plus" />
      <strong>{t('bulk.choose')}</strong>
      <span className="quiet">{t('bulk.forms')}</span>
    </label>
  );
}

function Templates({ kind }: { readonly kind: string }) {
  const { t, language } = useTexts();
  return (
    <p className="bulk-templates">
      {t('bulk.template')}{' '}
      {(['xlsx', 'csv'] as const).map((format) => (
        <a key={format} href={templateAddress(kind, format, language)} download>
          <Icon name="download" />
          {format.toUpperCase()}
        </a>
      ))}
    </p>
  );
}
