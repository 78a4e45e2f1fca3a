import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { type KeyboardEvent, useState } from 'react';
import { sessionQuery } from '../api/session.ts';
import { useTexts } from '../i18n/index.ts';
import { Icon, type IconName } from '../ui/Icon.tsx';
import { placesOf } from './navigation.ts';

interface Choice {
  readonly key: string;
  readonly icon: IconName;
  readonly text: string;
  readonly go: () => void;
}

/** What looks like a number of a paper is looked for among the lists. */
const numberLike = /^[\w-]{4,60}$/;

/** Goes anywhere from the keyboard: by a place's name, or by the number of a list. */
export function Palette({ onDone }: { readonly onDone: () => void }) {
  const { t } = useTexts();
  const { data: session } = useQuery(sessionQuery());
  const navigate = useNavigate();
  const [typed, setTyped] = useState('');
  const [at, setAt] = useState(0);
  const wanted = typed.trim();
  const places = placesOf(session);
  const choices: readonly Choice[] = [
    ...places
      .map(({ to, text, icon }) => ({ key: to, icon, text: t(text), go: () => void navigate({ to }) }))
      .filter(({ text }) => text.toLowerCase().includes(wanted.toLowerCase())),
    ...(numberLike.test(wanted) && places.some(({ to }) => to === '/lists')
      ? [
          {
            key: 'search',
            icon: 'search' as const,
            text: t('app.palette.lists', { number: wanted }),
            go: () => void navigate({ to: '/lists', search: { search: wanted } }),
          },
        ]
      : []),
  ];
  const chosen = choices[Math.min(at, choices.length - 1)];
  const take = (choice: Choice | undefined) => {
    if (!choice) return;
    onDone();
    choice.go();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'ArrowDown') setAt((at + 1) % Math.max(1, choices.length));
    else if (event.key === 'ArrowUp') setAt((at + choices.length - 1) % Math.max(1, choices.length));
    else if (event.key === 'Enter') take(chosen);
    else return;
    event.preventDefault();
  };
  return (
    <>
      <input
        className="field"
        role="combobox"
        aria-label={t('app.palette.label')}
        aria-expanded={choices.length > 0}
        aria-controls="palette"
        aria-activedescendant={chosen && `palette-${chosen.key}`}
        placeholder={t('app.palette.hint')}
        autoComplete="off"
        spellCheck={false}
        value={typed}
        onChange={({ target }) => {
          setTyped(target.value);
          setAt(0);
        }}
        onKeyDown={onKeyDown}
      />
      <div id="palette" role="listbox" className="palette" aria-label={t('app.palette.label')}>
        {choices.map((choice) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the keyboard stays in the field above, as in every combobox
          <div
            key={choice.key}
            id={`palette-${choice.key}`}
            role="option"
            tabIndex={-1}
            aria-selected={choice === chosen}
            onClick={() => take(choice)}
          >
            <Icon name={choice.icon} />
            {choice.text}
          </div>
        ))}
      </div>
      {choices.length === 0 && <p className="quiet">{t('app.palette.nothing')}</p>}
    </>
  );
}
