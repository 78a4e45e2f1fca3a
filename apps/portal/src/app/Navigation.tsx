import { useQuery } from '@tanstack/react-query';
import { Link, useRouterState } from '@tanstack/react-router';
import { useId, useMemo } from 'react';
import { sessionQuery } from '../api/session.ts';
import { useTexts } from '../i18n/index.ts';
import { Icon } from '../ui/Icon.tsx';
import { groupsOf, isAt, type Place, type PlaceGroup } from './navigation.ts';
import { SandboxSwitch } from './OtherSide.tsx';
import { useOpenGroups } from './useOpenGroups.ts';

interface NavigationProps {
  /** A drawer closes when somebody goes. */
  readonly onGo?: () => void;
}

/** Where one may go; told by the server, so nobody is led to a closed door. */
export function Navigation({ onGo }: NavigationProps) {
  const { t } = useTexts();
  const { data: session } = useQuery(sessionQuery());
  const pathname = useRouterState({ select: ({ location }) => location.pathname });
  const groups = useMemo(() => groupsOf(session), [session]);
  const current = groups.find(({ places }) => places.some((place) => isAt(pathname, place)))?.text;
  const { isOpen, toggle } = useOpenGroups(groups, current);
  return (
    <nav className="navigation" aria-label={t('nav.label')}>
      {groups.map((group) => {
        const [only, ...others] = group.places;
        // A door of one page is that page.
        if (only && others.length === 0) return <Places key={group.text} places={[only]} onGo={onGo} />;
        const open = isOpen(group.text);
        return (
          <Group key={group.text} group={group} open={open} onToggle={() => toggle(group.text)} onGo={onGo} />
        );
      })}
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
        <SandboxSwitch />
      </ul>
    </nav>
  );
}

interface PlacesProps {
  readonly id?: string;
  readonly places: readonly Place[];
  readonly onGo: (() => void) | undefined;
}

interface GroupProps {
  readonly group: PlaceGroup;
  readonly open: boolean;
  readonly onToggle: () => void;
  readonly onGo: (() => void) | undefined;
}

function Group({ group, open, onToggle, onGo }: GroupProps) {
  const { t } = useTexts();
  const id = useId();
  return (
    <section className="navigation-group">
      <button type="button" aria-expanded={open} {...(open && { 'aria-controls': id })} onClick={onToggle}>
        {t(group.text)}
        <Icon name={open ? 'down' : 'right'} />
      </button>
      {open && <Places id={id} places={group.places} onGo={onGo} />}
    </section>
  );
}

function Places({ id, places, onGo }: PlacesProps) {
  const { t } = useTexts();
  return (
    <ul id={id}>
      {places.map(({ to, text, icon }) => (
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
  );
}
