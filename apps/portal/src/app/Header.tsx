import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { reconnectLive, toggleLive, useLiveState } from '../api/live.ts';
import { queries, signOut } from '../api/queries.ts';
import { useTexts } from '../i18n/index.ts';
import { isLanguage, languages } from '../i18n/language.ts';
import { Button } from '../ui/Button.tsx';
import { Icon } from '../ui/Icon.tsx';
import { toggleAppearance, useAppearance } from './theme.ts';
import './header.css';

export function Header() {
  const { t } = useTexts();
  return (
    <header className="header">
      <Link to="/" className="brand">
        <img src="/icon.svg" alt="" width="26" height="26" />
        <strong>茶马</strong>
        <strong lang="en">Chama</strong>
        <span className="brand-zone">{t('app.zone')}</span>
      </Link>
      <nav aria-label={t('nav.label')}>
        <Link to="/" activeProps={{ 'aria-current': 'page' }} activeOptions={{ includeSearch: false }}>
          {t('nav.lists')}
        </Link>
        <a href="/docs">{t('nav.api')}</a>
        <SandboxLink />
      </nav>
      <div className="header-tools">
        <LiveSwitch />
        <WhoAmI />
        <LanguageSwitch />
        <AppearanceSwitch />
      </div>
    </header>
  );
}

/** The simulated customs is there beside a demo day only. */
function SandboxLink() {
  const { t } = useTexts();
  const { data: session } = useQuery(queries.session());
  return session?.mode === 'demo' ? <a href="/sandbox">{t('nav.sandbox')}</a> : null;
}

function LiveSwitch() {
  const { t } = useTexts();
  const state = useLiveState();
  const paused = state === 'paused';
  return (
    <button
      type="button"
      className={`live live-${state}`}
      aria-pressed={paused}
      title={t(paused ? 'app.live.resume' : 'app.live.pause')}
      onClick={toggleLive}
    >
      <span className="live-dot" aria-hidden="true" />
      <span role="status">{t(`app.live.${state}`)}</span>
    </button>
  );
}

function WhoAmI() {
  const { t } = useTexts();
  const { data: session } = useQuery(queries.session());
  const queryClient = useQueryClient();
  const navigate = useNavigate();
  if (!session) return null;
  if (session.signedIn) {
    const leave = async () => {
      await signOut();
      queryClient.clear();
      reconnectLive();
      await navigate({ to: '/sign-in' });
    };
    return (
      <span className="who">
        <span className="who-name">{session.enterprise?.name}</span>
        <Button small kind="text" onClick={() => void leave()}>
          {t('app.signOut')}
        </Button>
      </span>
    );
  }
  return (
    <span className="who">
      {session.mode === 'demo' && (
        <span className="mark" title={t('app.demoHint')}>
          {t('app.demo')}
        </span>
      )}
      <Link to="/sign-in">{t('app.signIn')}</Link>
    </span>
  );
}

function LanguageSwitch() {
  const { t, language } = useTexts();
  const navigate = useNavigate();
  return (
    <select
      className="field language"
      aria-label={t('app.language')}
      value={language}
      onChange={({ target }) => {
        const lang = target.value;
        if (isLanguage(lang))
          void navigate({ to: '.', search: (search) => ({ ...search, lang }), replace: true });
      }}
    >
      {Object.entries(languages).map(([code, { name, locale }]) => (
        <option key={code} value={code} lang={locale}>
          {name}
        </option>
      ))}
    </select>
  );
}

function AppearanceSwitch() {
  const { t } = useTexts();
  const dark = useAppearance() === 'dark';
  const label = t(dark ? 'app.themeToLight' : 'app.themeToDark');
  return (
    <Button small kind="text" aria-label={label} title={label} onClick={toggleAppearance}>
      <Icon name={dark ? 'sun' : 'moon'} />
    </Button>
  );
}
