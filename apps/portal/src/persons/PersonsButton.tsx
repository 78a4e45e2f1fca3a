import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { sessionAllows, sessionQuery } from '../api/session.ts';
import type { ListDetail } from '../api/types.ts';
import { useTexts } from '../i18n/index.ts';
import { Button } from '../ui/Button.tsx';
import { PersonsDialog } from './PersonsDialog.tsx';

/** The way to the persons of a list in full, for those who may be shown them. */
export function PersonsButton({ detail }: { readonly detail: ListDetail }) {
  const { t } = useTexts();
  const [open, setOpen] = useState(false);
  const { data: session } = useQuery(sessionQuery());
  if (!session || !sessionAllows(session, { resource: 'persons', action: 'show' })) return null;
  return (
    <p className="persons-show">
      <Button small onClick={() => setOpen(true)}>
        {t('persons.show')}
      </Button>
      {open && <PersonsDialog detail={detail} onClose={() => setOpen(false)} />}
    </p>
  );
}
