import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useLocation, useNavigate } from '@tanstack/react-router';
import { reconnectLive, toggleLive, useLiveState } from '../api/live.ts';
import { sessionQuery, signOut, useFollowsLists } from '../api/session.ts';
import { useTexts } from '../i18n/index.ts';
import { isLanguage, languages } from '../i18n/languages.ts';
import { Button } from '../ui/Button.tsx';
import { Icon } from '../ui/Icon.tsx';
import { Bell } from './Bell.tsx';
import type { Overlaid } from './overlaid.ts';
import { toggleAppearance, useAppearance } from './theme.ts';
import './header.css';

export function Header({ onOpen }: { readonly onOpen: (overlaid: Overlaid) => void }) {
  const { t } = useTexts();
  return (
    <header className="header">
      <span className="header-menu">
        <Button kind="text" small aria-label={t('app.menu')} onClick={() => onOpen('navigation')}>
          <Icon name="menu" />
        </Button>
      </span>
      <Link to="/" className="brand">
        <img src="/icon.svg" alt="" width="26" height="26" />
        <strong lang="zh-CN">茶马</strong>
        <strong lang="en">Chama</strong>
        <span className="brand-zone">{t('app.zone')}</span>
      </Link>
      <div className="header-tools">
        <LiveSwitch />
        <span className="header-palette">
          <Button
            kind="text"
            small
            aria-label={t('app.palette.title')}
            title={`${t('app.palette.title')} (Ctrl K)`}
            onClick={() => onOpen('palette')}
          >
            <Icon name="search" />
          </Button>
          <Button
            kind="text"
            small
            aria-label={t('app.shortcuts')}
            title={`${t('app.shortcuts')} (?)`}
            onClick={() => onOpen('keys')}
          >
            <Icon name="keyboard" />
          </Button>
        </span>
        <Bell />
        <LanguageSwitch />
        <AppearanceSwitch />
        <WhoAmI />
      </div>
    </header>
  );
}

function LiveSwitch() {
  const { t } = useTexts();
  const follows = useFollowsLists();
  const state = useLiveState();
  const paused = state === 'paused';
  if (!follows) return null;
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
  const { data: session } = useQuery(sessionQuery());
  const queryClient = useQueryClient();
  const navigate = useNavigate();
  if (!session) return null;
  if (session.signedIn) {
    const leave = async () => {
      const further = await signOut();
      queryClient.clear();
      reconnectLive();
      if (further) window.location.assign(further);
      else await navigate({ to: '/sign-in' });
    };
    return (
      <span className="who">
        {session.by === 'account' ? (
          <Link to="/account" className="who-name">
            {[session.name, session.enterprise?.name].filter(Boolean).join(' · ')}
          </Link>
        ) : (
          <span className="who-name">{session.enterprise?.name}</span>
        )}
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
  // By name: where no page is, "here" would be the front page.
  const to = useLocation({ select: ({ pathname }) => pathname });
  return (
    <select
      className="field language"
      aria-label={t('app.language')}
      value={language}
      onChange={({ target }) => {
        const lang = target.value;
        if (isLanguage(lang)) void navigate({ to, search: (search) => ({ ...search, lang }), replace: true });
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
