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
  const [typed, setTyped] = useState('');
  const [at, setAt] = useState(0);
  const choices = useChoices(typed.trim());
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
        aria-activedescendant={chosen && idOf(chosen)}
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
      <Choices choices={choices} chosen={chosen} onTake={take} />
      {choices.length === 0 && <p className="quiet">{t('app.palette.nothing')}</p>}
    </>
  );
}

const idOf = ({ key }: Choice) => `palette-${key}`;

/** Places whose names hold what is typed, and what looks like a number as a search. */
function useChoices(wanted: string): readonly Choice[] {
  const { t } = useTexts();
  const { data: session } = useQuery(sessionQuery());
  const navigate = useNavigate();
  const places = placesOf(session);
  const named = places
    .map(({ to, text, icon }) => ({ key: to, icon, text: t(text), go: () => void navigate({ to }) }))
    .filter(({ text }) => text.toLowerCase().includes(wanted.toLowerCase()));
  if (!numberLike.test(wanted) || !places.some(({ to }) => to === '/lists')) return named;
  const search: Choice = {
    key: 'search',
    icon: 'search',
    text: t('app.palette.lists', { number: wanted }),
    go: () => void navigate({ to: '/lists', search: { search: wanted } }),
  };
  return [...named, search];
}

interface ChoicesProps {
  readonly choices: readonly Choice[];
  readonly chosen: Choice | undefined;
  readonly onTake: (choice: Choice) => void;
}

function Choices({ choices, chosen, onTake }: ChoicesProps) {
  const { t } = useTexts();
  return (
    <div id="palette" role="listbox" className="palette" aria-label={t('app.palette.label')}>
      {choices.map((choice) => (
        // biome-ignore lint/a11y/useKeyWithClickEvents: the keyboard stays in the field above, as in every combobox
        <div
          key={choice.key}
          id={idOf(choice)}
          role="option"
          tabIndex={-1}
          aria-selected={choice === chosen}
          onClick={() => onTake(choice)}
        >
          <Icon name={choice.icon} />
          {choice.text}
        </div>
      ))}
    </div>
  );
}
