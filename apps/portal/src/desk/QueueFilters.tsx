import { useNavigate } from '@tanstack/react-router';
import type { components } from '../api/schema.gen.ts';
import { useTexts } from '../i18n/index.ts';
import { Button } from '../ui/Button.tsx';
import { Choice } from '../ui/Choice.tsx';
import type { QueueFilter } from './queries.ts';

type Load = components['schemas']['DeskLoad'];
type Change = { readonly [Key in keyof QueueFilter]?: QueueFilter[Key] | undefined };

/** Which cases are shown; the figures beside the choices are those of the moment. */
export function QueueFilters({
  filter,
  load,
}: {
  readonly filter: QueueFilter;
  readonly load: Load | undefined;
}) {
  const { t } = useTexts();
  const navigate = useNavigate({ from: '/desk' });
  const set = (change: Change) =>
    void navigate({ to: '/desk', search: (search) => ({ ...search, ...change }) as QueueFilter });
  const inState = (state: string): number => load?.byState.find(({ value }) => value === state)?.cases ?? 0;
  return (
    <search className="filters" aria-label={t('desk.filter.label')}>
      <Choice
        label={t('desk.filter.state')}
        value={filter.stage ?? ''}
        options={[
          { value: '', label: `${t('desk.filter.all')} ${load?.open ?? ''}` },
          { value: 'open', label: `${t('desk.state.open')} ${inState('open')}` },
          { value: 'asked', label: `${t('desk.state.asked')} ${inState('asked')}` },
          { value: 'proposed', label: `${t('desk.state.proposed')} ${inState('proposed')}` },
        ]}
        onChange={(stage) => set({ stage: stage || undefined })}
      />
      <Choice
        label={t('desk.holder')}
        value={filter.holder ?? ''}
        options={[
          { value: '', label: t('desk.filter.anyone') },
          { value: 'free', label: t('desk.filter.free') },
          { value: 'mine', label: t('desk.filter.mine') },
        ]}
        onChange={(holder) => set({ holder: holder || undefined })}
      />
      <Selects filter={filter} load={load} set={set} />
      {Object.keys(filter).some((key) => key !== 'lang') && (
        <Button
          kind="text"
          onClick={() => void navigate({ to: '/desk', search: ({ lang }) => (lang ? { lang } : {}) })}
        >
          {t('desk.filter.clear')}
        </Button>
      )}
    </search>
  );
}

interface SelectsProps {
  readonly filter: QueueFilter;
  readonly load: Load | undefined;
  readonly set: (change: Change) => void;
}

function Selects({ filter, load, set }: SelectsProps) {
  const { t } = useTexts();
  return (
    <>
      <select
        className="field"
        aria-label={t('desk.stands')}
        value={filter.status ?? ''}
        onChange={(event) => set({ status: event.target.value || undefined })}
      >
        <option value="">{t('desk.filter.anyStatus')}</option>
        <option value="300">300 {t('desk.status.review')}</option>
        <option value="500">500 {t('desk.status.inspection')}</option>
      </select>
      <select
        className="field"
        aria-label={t('desk.why')}
        value={filter.rule ?? ''}
        onChange={(event) => set({ rule: event.target.value || undefined })}
      >
        <option value="">{t('desk.filter.anyRule')}</option>
        {load?.byRule.map(({ rule, cases }) => (
          <option key={rule} value={rule}>
            {rule} ({cases})
          </option>
        ))}
      </select>
      <select
        className="field"
        aria-label={t('desk.office')}
        value={filter.office ?? ''}
        onChange={(event) => set({ office: event.target.value || undefined })}
      >
        <option value="">{t('desk.filter.anyOffice')}</option>
        {load?.byOffice.map(({ value, cases }) => (
          <option key={value} value={value}>
            {value} ({cases})
          </option>
        ))}
      </select>
    </>
  );
}
