import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTexts } from '../i18n/index.ts';
import { isLanguage, languages } from '../i18n/languages.ts';
import { Choice } from '../ui/Choice.tsx';
import { toast } from '../ui/toast.tsx';
import { type NotificationMail, preferencesQuery, setPreferences } from './queries.ts';

type Wishes = NonNullable<NotificationMail['wishes']>;

const digests = ['off', 'hourly', 'daily'] as const satisfies readonly Wishes['digest'][];
/** Offsets are those of all year: none of these has summer time. */
const zones = {
  'Asia/Shanghai': 'UTC+8',
  'Asia/Bangkok': 'UTC+7',
  'Asia/Ho_Chi_Minh': 'UTC+7',
  'Asia/Vientiane': 'UTC+7',
  'Asia/Yangon': 'UTC+6:30',
} as const satisfies Readonly<Record<Wishes['timeZone'], string>>;
const isZone = (value: string): value is Wishes['timeZone'] => Object.hasOwn(zones, value);
const hours = Array.from({ length: 24 }, (_, hour) => hour);

/** How somebody wishes their mail; each choice counts at once. */
export function MailWishes({ wishes }: { readonly wishes: Wishes }) {
  const { t } = useTexts();
  const queryClient = useQueryClient();
  const setting = useMutation({
    mutationFn: (mail: Partial<Wishes>) => setPreferences({ mail }),
    onError: () => toast(t('notifications.notDone'), 'failed'),
    onSettled: () => queryClient.invalidateQueries({ queryKey: preferencesQuery().queryKey }),
  });
  const { digest, digestHour, timeZone, language } = wishes;
  return (
    <div className="notifications-wishes">
      <div>
        <span>{t('notifications.mail.digest')}</span>
        <Choice
          label={t('notifications.mail.digest')}
          value={digest}
          options={digests.map((value) => ({ value, label: t(`notifications.mail.digests.${value}`) }))}
          onChange={(to) => setting.mutate({ digest: to })}
        />
      </div>
      {digest === 'daily' && (
        <label>
          <span>{t('notifications.mail.hour')}</span>
          <select
            className="field"
            value={digestHour}
            onChange={({ target }) => setting.mutate({ digestHour: Number(target.value) })}
          >
            {hours.map((hour) => (
              <option key={hour} value={hour}>
                {`${String(hour).padStart(2, '0')}:00`}
              </option>
            ))}
          </select>
        </label>
      )}
      <label>
        <span>{t('notifications.mail.zone')}</span>
        <select
          className="field"
          value={timeZone}
          onChange={({ target }) => isZone(target.value) && setting.mutate({ timeZone: target.value })}
        >
          {Object.entries(zones).map(([zone, offset]) => (
            <option key={zone} value={zone}>
              {isZone(zone) && `${t(`notifications.mail.zones.${zone}`)} ${offset}`}
            </option>
          ))}
        </select>
      </label>
      <label>
        <span>{t('app.language')}</span>
        <select
          className="field"
          value={language}
          onChange={({ target }) => isLanguage(target.value) && setting.mutate({ language: target.value })}
        >
          {Object.entries(languages).map(([code, { name, locale }]) => (
            <option key={code} value={code} lang={locale}>
              {name}
            </option>
          ))}
        </select>
      </label>
    </div>
  );
}
