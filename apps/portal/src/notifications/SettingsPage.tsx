import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useTexts } from '../i18n/index.ts';
import { PageHead } from '../ui/PageHead.tsx';
import { Skeleton } from '../ui/Skeleton.tsx';
import { Switch } from '../ui/Switch.tsx';
import { Trouble } from '../ui/Trouble.tsx';
import { toast } from '../ui/toast.tsx';
import { KindText } from './KindText.tsx';
import { MailSection } from './MailSection.tsx';
import {
  type MailWish,
  type Preferences,
  type PreferenceWish,
  preferencesQuery,
  setPreferences,
} from './queries.ts';
import './notifications.css';

type KindWish = NonNullable<PreferenceWish['kinds']>[number];

const mailWishes = ['never', 'digest', 'immediate'] as const satisfies readonly MailWish[];

/** Of what somebody is told; each choice counts at once. */
export function SettingsPage() {
  const { t } = useTexts();
  const { data, error, refetch } = useQuery(preferencesQuery());
  return (
    <section className="notifications">
      <PageHead title={t('notifications.settings')} intro={t('notifications.settingsIntro')} />
      {error && <Trouble error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Skeleton label={t('app.loading')} bars={[60, 60, 60]} />}
      {data && <Kinds kinds={data.kinds} mails={data.mail.available} />}
      {data && <MailSection mail={data.mail} />}
    </section>
  );
}

interface KindsProps {
  readonly kinds: Preferences['kinds'];
  /** Whether this platform sends mail. */
  readonly mails: boolean;
}

function Kinds({ kinds, mails }: KindsProps) {
  const { t } = useTexts();
  const queryClient = useQueryClient();
  const { queryKey } = preferencesQuery();
  const setting = useMutation({
    mutationFn: setPreferences,
    onError: () => toast(t('notifications.notDone'), 'failed'),
    onSettled: () => queryClient.invalidateQueries({ queryKey }),
  });
  const set = (wish: KindWish) => {
    // A switch turns when it is pressed, and back if that was not taken.
    queryClient.setQueryData(
      queryKey,
      (before) =>
        before && {
          ...before,
          kinds: before.kinds.map((one) => (one.kind === wish.kind ? { ...one, ...wish } : one)),
        },
    );
    setting.mutate({ kinds: [wish] });
  };
  return (
    <section className="panel table-scroll">
      <table className="table">
        <caption className="sr-only">{t('notifications.settings')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('notifications.of')}</th>
            <th scope="col">{t('notifications.inPortal')}</th>
            {mails && <th scope="col">{t('notifications.mail.title')}</th>}
          </tr>
        </thead>
        <tbody>
          {kinds.map((kind) => (
            <KindRow key={kind.kind} kind={kind} mails={mails} onSet={set} />
          ))}
        </tbody>
      </table>
    </section>
  );
}

interface KindRowProps {
  readonly kind: Preferences['kinds'][number];
  readonly mails: boolean;
  readonly onSet: (wish: KindWish) => void;
}

function KindRow({ kind: { kind, text, shown, mail }, mails, onSet }: KindRowProps) {
  const { t } = useTexts();
  const name = <KindText kind={kind} text={text} />;
  return (
    <tr>
      <th scope="row">{name}</th>
      <td>
        <Switch
          label={<span className="sr-only">{name}</span>}
          checked={shown}
          onChange={(to) => onSet({ kind, shown: to })}
        />
      </td>
      {mails && (
        <td>
          <label>
            <span className="sr-only">{name}</span>
            <select
              className="field"
              value={mail}
              onChange={({ target }) => {
                const to = mailWishes.find((wish) => wish === target.value);
                if (to) onSet({ kind, mail: to });
              }}
            >
              {mailWishes.map((wish) => (
                <option key={wish} value={wish}>
                  {t(`notifications.mail.wishes.${wish}`)}
                </option>
              ))}
            </select>
          </label>
        </td>
      )}
    </tr>
  );
}
