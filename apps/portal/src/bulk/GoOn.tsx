import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTexts } from '../i18n/index.ts';
import { Field } from '../ui/form/Field.tsx';
import { type BulkFile, fileQuery } from './queries.ts';
import { uploadFrom } from './uploads.ts';

/** An upload that broke off goes on when the same file is chosen again: a page may not keep it. */
export function GoOn({ file }: { readonly file: BulkFile }) {
  const { t } = useTexts();
  const [another, setAnother] = useState(false);
  const queryClient = useQueryClient();
  const goOn = async (chosen: File | undefined) => {
    setAnother(chosen !== undefined && chosen.size !== file.sizeBytes);
    if (!chosen || chosen.size !== file.sizeBytes) return;
    const { receivedBytes } = await queryClient.fetchQuery({ ...fileQuery(file.fileId), staleTime: 0 });
    await uploadFrom(file.fileId, chosen, receivedBytes);
    await queryClient.invalidateQueries({ queryKey: ['bulk'] });
  };
  const text = t('bulk.another', { name: file.name });
  const finding = { code: 'another', message: { zh: text, en: text } };
  return (
    <Field
      id="bulk-go-on"
      label={t('bulk.goOn', { name: file.name })}
      required
      findings={another ? [finding] : []}
    >
      {(control) => (
        <input {...control} type="file" onChange={({ target }) => void goOn(target.files?.[0])} />
      )}
    </Field>
  );
}
