import type { components } from '../api/schema.gen.ts';
import { useTexts } from '../i18n/index.ts';
import { Moment } from '../ui/Moment.tsx';

type Showing = components['schemas']['OwnData']['showings'][number];

const roles = ['enterprise', 'operator', 'officer', 'consumer', 'auditAdministrator'] as const;
const kinds = ['list', 'payment-record', 'own-data', 'correction'] as const;

/** Who was shown somebody's data in full, when and why. */
export function Readers({ showings }: { readonly showings: readonly Showing[] }) {
  const { t } = useTexts();
  return (
    <section className="panel" aria-labelledby="data-readers">
      <h2 id="data-readers">{t('consumer.data.readers')}</h2>
      <ul className="consumer-readers">
        {showings.map((showing) => {
          const role = roles.find((one) => one === showing.role);
          const kind = kinds.find((one) => one === showing.kind);
          return (
            <li key={`${showing.at} ${showing.kind} ${showing.number}`}>
              <p>
                <strong>{role ? t(`accounts.roles.${role}`) : showing.role}</strong>{' '}
                {showing.reader !== showing.role && <span className="code">{showing.reader}</span>} ·{' '}
                <Moment at={showing.at} />
              </p>
              <p className="quiet">
                {kind ? t(`persons.kind.${kind}`) : showing.kind}
                {kind !== 'own-data' && (
                  <>
                    {' '}
                    <span className="code">{showing.number}</span>
                  </>
                )}{' '}
                · {t('persons.reason')}: <span lang="zh-CN">{showing.reason}</span>
              </p>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
