'use client';

import { LongWork } from '@studyspot/portal/long-work';
import { UploadBox } from '@studyspot/portal/upload-box';
import type { PickedFile } from '@studyspot/portal/upload-limits';
import { Button } from '@studyspot/ui/button';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Part, State, States } from './part.tsx';

const total = 50;
const limits = { types: ['pdf', 'jpg', 'png'], mostBytes: 5 * 1024 * 1024 };
const picked: PickedFile = { name: 'aadhaar-front.pdf', size: 1_234_567 };

/** What takes a while: work over many, and files on their way. */
export function WorkParts() {
  const t = useTranslations('styleBook.sample');
  const [done, setDone] = useState(12);
  const [file, setFile] = useState<PickedFile | null>(null);
  const ignore = () => undefined;
  return (
    <>
      <Part name="work">
        <States>
          <State name="busy">
            <LongWork
              label={t('reminding')}
              done={done}
              failed={0}
              total={total}
              action={
                <Button size="small" onClick={() => setDone(done < total ? Math.min(done + 7, total) : 0)}>
                  {t('next')}
                </Button>
              }
            />
          </State>
          <State name="over">
            <LongWork label={t('reminding')} done={total} failed={0} total={total} />
          </State>
          <State name="partly">
            <LongWork
              label={t('reminding')}
              done={46}
              failed={4}
              total={total}
              action={<Button size="small">{t('again')}</Button>}
            />
          </State>
          <State name="broken">
            <LongWork
              label={t('reminding')}
              done={12}
              failed={0}
              total={total}
              broken={t('broken')}
              action={<Button size="small">{t('again')}</Button>}
            />
          </State>
        </States>
      </Part>
      <Part name="upload">
        <States>
          <State name="empty">
            <UploadBox id="upload" label={t('proof')} limits={limits} file={file} onFile={setFile} />
          </State>
          <State name="busy">
            <UploadBox id="upload-busy" label={t('proof')} limits={limits} file={picked} onFile={ignore} sent={0.4} />
          </State>
          <State name="invalid">
            <UploadBox
              id="upload-wrong"
              label={t('proof')}
              limits={limits}
              file={picked}
              onFile={ignore}
              error={t('broken')}
            />
          </State>
          <State name="long">
            <UploadBox
              id="upload-long"
              label={t('proof')}
              limits={limits}
              file={{ name: `${t('long')}.pdf`, size: 5_000_000 }}
              onFile={ignore}
            />
          </State>
        </States>
      </Part>
    </>
  );
}
