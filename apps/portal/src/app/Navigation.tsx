import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { sessionQuery } from '../api/session.ts';
import { useTexts } from '../i18n/index.ts';
import { Icon } from '../ui/Icon.tsx';
import { placesOf } from './navigation.ts';

/** Where one may go; told by the server, so nobody is led to a closed door. */
export function Navigation({ onGo }: { readonly onGo?: () => void }) {
  const { t } = useTexts();
  const { data: session } = useQuery(sessionQuery());
  return (
    <nav className="navigation" aria-label={t('nav.label')}>
      <ul>
        {placesOf(session).map(({ to, text, icon }) => (
          <li key={to}>
            <Link
              to={to}
              activeProps={{ 'aria-current': 'page' }}
              activeOptions={{ includeSearch: false }}
              {...(onGo && { onClick: onGo })}
            >
              <Icon name={icon} />
              {t(text)}
            </Link>
          </li>
        ))}
      </ul>
      <ul className="navigation-outside">
        <li>
          <a href="/docs">{t('nav.api')}</a>
        </li>
        {/* The simulated customs is there beside a demo day only. */}
        {session?.mode === 'demo' && (
          <li>
            <a href="/sandbox">{t('nav.sandbox')}</a>
          </li>
        )}
      </ul>
    </nav>
  );
}
