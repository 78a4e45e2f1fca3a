import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import { ProblemError } from '../api/client.ts';
import { useTexts } from '../i18n/index.ts';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { Field } from '../ui/form/Field.tsx';
import { Icon } from '../ui/Icon.tsx';
import { Switch } from '../ui/Switch.tsx';
import { Trouble } from '../ui/Trouble.tsx';
import { toast } from '../ui/toast.tsx';
import { type DocumentsFilter, removeFilter, savedFiltersQuery, saveFilter } from './queries.ts';

interface SavedFiltersProps {
  readonly page: `/${'orders' | 'payments' | 'waybills'}`;
  readonly filter: DocumentsFilter;
}

const textOf = (filter: DocumentsFilter): string => new URLSearchParams(Object.entries(filter)).toString();

/** Filters kept under a name, one's own and those colleagues share; each is a link. */
export function SavedFilters({ page, filter }: SavedFiltersProps) {
  const { t } = useTexts();
  const { data } = useQuery(savedFiltersQuery(page));
  const [saving, setSaving] = useState(false);
  const current = textOf(filter);
  return (
    <div className="saved-filters">
      <ul aria-label={t('documents.saved.title')}>
        {data?.filters.map(({ filterId, name, search, shared, mine }) => (
          <li key={filterId} className={search === current ? 'saved-current' : undefined}>
            <Link to={page} search={Object.fromEntries(new URLSearchParams(search)) as DocumentsFilter}>
              {name}
              {shared && <small className="quiet"> · {t('documents.saved.sharedMark')}</small>}
            </Link>
            {mine && <RemoveFilter page={page} filterId={filterId} name={name} />}
          </li>
        ))}
      </ul>
      {current !== '' && (
        <Button small kind="text" onClick={() => setSaving(true)}>
          <Icon name="star" />
          {t('documents.saved.save')}
        </Button>
      )}
      {saving && <SaveDialog page={page} search={current} onClose={() => setSaving(false)} />}
    </div>
  );
}

interface RemoveFilterProps {
  readonly page: string;
  readonly filterId: string;
  readonly name: string;
}

function RemoveFilter({ page, filterId, name }: RemoveFilterProps) {
  const { t } = useTexts();
  const queryClient = useQueryClient();
  const removing = useMutation({
    mutationFn: () => removeFilter(filterId),
    onSuccess: () => toast(t('documents.saved.removed', { name })),
    onError: () => toast(t('app.error.unexpected'), 'failed'),
    onSettled: () => queryClient.invalidateQueries({ queryKey: savedFiltersQuery(page).queryKey }),
  });
  return (
    <button
      type="button"
      className="saved-remove"
      aria-label={t('documents.saved.remove', { name })}
      onClick={() => removing.mutate()}
    >
      <Icon name="close" />
    </button>
  );
}

interface SaveDialogProps {
  readonly page: string;
  readonly search: string;
  readonly onClose: () => void;
}

function SaveDialog({ page, search, onClose }: SaveDialogProps) {
  const { t } = useTexts();
  const queryClient = useQueryClient();
  const [name, setName] = useState('');
  const [shared, setShared] = useState(false);
  const saving = useMutation({
    mutationFn: () => saveFilter({ page, search, shared, name: name.trim() }),
    onSuccess: async () => {
      await queryClient.invalidateQueries({ queryKey: savedFiltersQuery(page).queryKey });
      onClose();
      toast(t('documents.saved.done', { name: name.trim() }));
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (name.trim() !== '') saving.mutate();
  };
  const full = saving.error instanceof ProblemError && saving.error.problem;
  return (
    <Dialog title={t('documents.saved.save')} onClose={onClose}>
      <form className="form" onSubmit={submit}>
        <Field
          id="filter-name"
          label={t('documents.saved.name')}
          hint={t('documents.saved.nameHint')}
          required
          findings={full ? [{ code: full.code, message: full }] : []}
        >
          {(control) => (
            <input
              {...control}
              className="field"
              maxLength={60}
              value={name}
              onChange={({ target }) => setName(target.value)}
            />
          )}
        </Field>
        <Switch label={t('documents.saved.shared')} checked={shared} onChange={setShared} />
        {saving.error && !full && <Trouble error={saving.error} onRetry={() => saving.mutate()} />}
        <div className="form-actions">
          <Button kind="primary" type="submit" busy={saving.isPending}>
            {t('documents.saved.save')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
