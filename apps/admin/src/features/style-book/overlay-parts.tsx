'use client';

import { Confirm } from '@studyspot/portal/form/confirm';
import { Button } from '@studyspot/ui/button';
import { Dialog } from '@studyspot/ui/dialog';
import { Field } from '@studyspot/ui/field';
import { Input } from '@studyspot/ui/input';
import { OptionSearch } from '@studyspot/ui/option-search';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Part, WaysOut } from './part.tsx';

// More than a phone shows at once.
const lines = Array.from({ length: 24 }, (_, at) => `line-${at}`);

/** What comes over a page, and gives the focus back. */
export function OverlayParts() {
  const t = useTranslations('styleBook.sample');
  const [open, setOpen] = useState<'short' | 'long' | 'search' | null>(null);
  const [typed, setTyped] = useState('');
  const close = () => setOpen(null);
  const names = [t('name'), t('hindi'), t('long')].filter((name) => name.toLowerCase().includes(typed.toLowerCase()));
  return (
    <>
      <Part name="dialogs">
        <div className="flex flex-wrap gap-2">
          <Button data-opens="dialog" onClick={() => setOpen('short')}>
            {t('dialog')}
          </Button>
          <Button data-opens="dialog" onClick={() => setOpen('long')}>
            {t('dialogLong')}
          </Button>
        </div>
        <Dialog
          open={open === 'short' || open === 'long'}
          onClose={close}
          title={open === 'long' ? t('long') : t('dialog')}
          close={t('close')}
          actions={<WaysOut close={close} />}
        >
          <Field id="in-dialog" label={t('label')} help={t('help')}>
            <Input id="in-dialog" data-first />
          </Field>
          {open === 'long' ? lines.map((line) => <p key={line}>{t('nothingHelp')}</p>) : null}
        </Dialog>
      </Part>
      <Part name="confirm">
        <div className="flex flex-wrap gap-2" data-opens="dialog">
          <Confirm
            label={t('remove')}
            title={t('removeTitle')}
            confirm={t('remove')}
            run={async () => true}
            busy={false}
          >
            {t('removeHelp')}
          </Confirm>
        </div>
      </Part>
      <Part name="search">
        <div>
          <Button data-opens="dialog" onClick={() => setOpen('search')}>
            {t('search')}
          </Button>
        </div>
        <Dialog open={open === 'search'} onClose={close} title={t('search')} close={t('close')}>
          <OptionSearch
            label={t('search')}
            placeholder={t('search')}
            value={typed}
            onChange={setTyped}
            groups={[
              { title: t('group'), options: names.map((name) => ({ key: name, label: name, note: t('help') })) },
            ]}
            nothing={t('nothing')}
            onChoose={close}
          />
        </Dialog>
      </Part>
    </>
  );
}
