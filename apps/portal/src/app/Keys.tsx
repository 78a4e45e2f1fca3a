import { useTexts } from '../i18n/index.ts';
import { Switch } from '../ui/Switch.tsx';
import { switchLetters, useLettersOn, useShortcutList } from '../ui/shortcuts.ts';

/** What the keys do on the page below, and the switch for single letters. */
export function Keys() {
  const { t } = useTexts();
  const lettersOn = useLettersOn();
  const shortcuts = useShortcutList();
  return (
    <>
      <dl className="keys">
        {[...shortcuts].reverse().map(({ keys, text }) => (
          <div key={keys}>
            <dt>
              <kbd>{keys.replace('mod+k', 'Ctrl K')}</kbd>
            </dt>
            <dd>{text}</dd>
          </div>
        ))}
        <div>
          <dt>
            <kbd>Enter</kbd>
          </dt>
          <dd>{t('app.shortcut.open')}</dd>
        </div>
      </dl>
      <Switch label={t('app.shortcut.letters')} checked={lettersOn} onChange={switchLetters} />
    </>
  );
}
