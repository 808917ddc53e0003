'use client';

import { MOST_PARTS, PART_BYTES } from '@studyspot/api/domains/imports/names';
import { newKey } from '@studyspot/portal/form/request-key';
import { useChange } from '@studyspot/portal/form/use-change';
import { UploadBox } from '@studyspot/portal/upload-box';
import { Button } from '@studyspot/ui/button';
import { Card } from '@studyspot/ui/card';
import { Field } from '@studyspot/ui/field';
import { Select } from '@studyspot/ui/input';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { trpc } from '../../shell/trpc.ts';
import { homesOfImport, importKind, importPath } from './import-address.ts';

const limits = { types: ['xlsx', 'csv', 'txt'], mostBytes: 5 * 1024 * 1024 };

/** As base64, in pieces that a call of a function can take. */
function base64(bytes: Uint8Array): string {
  let text = '';
  for (let from = 0; from < bytes.length; from += 8_192)
    text += String.fromCharCode(...bytes.subarray(from, from + 8_192));
  return btoa(text);
}

/** A part has its key as long as the file is chosen: after a cut what has arrived is not kept twice. */
function useSending() {
  const part = trpc.imports.part.useMutation();
  const begin = trpc.imports.begin.useMutation();
  const [keys] = useState(() => new Map<File, string[]>());
  const [sent, setSent] = useState<number | undefined>();

  async function send(file: File, libraryId: string) {
    const bytes = new Uint8Array(await file.arrayBuffer());
    const own = keys.get(file) ?? Array.from({ length: MOST_PARTS + 1 }, newKey);
    keys.set(file, own);
    const parts: string[] = [];
    setSent(0);
    try {
      for (let from = 0; from < bytes.length; from += PART_BYTES) {
        const data = base64(bytes.subarray(from, from + PART_BYTES));
        const { id } = await part.mutateAsync({ requestKey: own[parts.length] ?? newKey(), data });
        parts.push(id);
        setSent(Math.min(1, (from + PART_BYTES) / bytes.length));
      }
      const requestKey = own[MOST_PARTS] ?? newKey();
      return await begin.mutateAsync({ requestKey, kind: importKind, libraryId, fileName: file.name, parts });
    } finally {
      setSent(undefined);
    }
  }
  return { send, sent };
}

/** The register of a library, chosen or dropped: it is read by the worker, and nothing of it is brought in yet. */
export function ImportUpload() {
  const t = useTranslations('imports');
  const router = useRouter();
  const { data: libraries } = trpc.libraries.list.useQuery(homesOfImport);
  const [file, setFile] = useState<File | null>(null);
  const [library, setLibrary] = useState('');
  const [fault, setFault] = useState<string | undefined>();
  const { send, sent } = useSending();
  const { change, busy } = useChange();
  const items = libraries?.items ?? [];
  const libraryId = library || (items[0]?.id ?? '');

  const upload = () => {
    if (!file) return setFault(t('chooseFirst'));
    setFault(undefined);
    return change({
      run: async () => router.push(`${importPath}/${(await send(file, libraryId)).id}`),
      said: () => null,
      failed: setFault,
    });
  };

  return (
    <Card title={t('uploadTitle')} id="upload" description={t('uploadHelp')}>
      <div className="flex flex-col gap-4">
        <UploadBox
          id="register"
          label={t('file')}
          limits={limits}
          file={file}
          onFile={(one) => {
            setFile(one);
            setFault(undefined);
          }}
          {...(sent !== undefined && { sent })}
          {...(fault !== undefined && { error: fault })}
        />
        {items.length > 1 ? (
          <Field id="home" label={t('library')} help={t('libraryHelp')}>
            <Select id="home" value={libraryId} onChange={({ target }) => setLibrary(target.value)}>
              {items.map(({ id, name }) => (
                <option key={id} value={id}>
                  {name}
                </option>
              ))}
            </Select>
          </Field>
        ) : null}
        <div>
          <Button look="primary" busy={busy} onClick={() => void upload()}>
            {t('upload')}
          </Button>
        </div>
      </div>
    </Card>
  );
}
