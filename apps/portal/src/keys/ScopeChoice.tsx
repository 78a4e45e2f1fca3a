import { Said } from '../ui/Said.tsx';
import type { KeyScope, KeysPageData } from './queries.ts';

interface ScopeChoiceProps {
  readonly legend: string;
  readonly offered: KeysPageData['scopes'];
  readonly chosen: readonly KeyScope[];
  readonly onChange: (chosen: readonly KeyScope[]) => void;
}

/** What a key or a certificate is for, by the server's word on what each scope covers. */
export function ScopeChoice({ legend, offered, chosen, onChange }: ScopeChoiceProps) {
  return (
    <fieldset className="keys-choice">
      <legend>{legend}</legend>
      {offered.map(({ scope, text }) => (
        <label key={scope}>
          <input
            type="checkbox"
            checked={chosen.includes(scope)}
            onChange={(event) =>
              onChange(event.target.checked ? [...chosen, scope] : chosen.filter((one) => one !== scope))
            }
          />
          <span>
            <Said text={text} />
          </span>
        </label>
      ))}
    </fieldset>
  );
}
