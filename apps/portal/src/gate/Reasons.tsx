import type { Bilingual } from '../api/types.ts';
import { Icon } from '../ui/Icon.tsx';
import { Said } from '../ui/Said.tsx';

interface Reason {
  readonly code: string;
  readonly message: Bilingual;
  readonly remedy: Bilingual;
}

/** Why a vehicle was stopped or a paper refused, each with what to do. */
export function Reasons({ reasons }: { readonly reasons: readonly Reason[] }) {
  return (
    <ul className="gate-reasons">
      {reasons.map(({ code, message, remedy }, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the same reason may stand there for several lists, and none moves.
        <li key={`${code} ${at}`} className="tone-refused">
          <Icon name="warning" />
          <span>
            <strong>
              <Said text={message} />
            </strong>{' '}
            <span className="quiet">
              <Said text={remedy} />
            </span>
          </span>
        </li>
      ))}
    </ul>
  );
}
