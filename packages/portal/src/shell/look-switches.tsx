import { locales } from '@studyspot/api/locale';
import { classNames } from '@studyspot/ui/class-names';
import { cookies } from 'next/headers';
import { getLocale, getTranslations } from 'next-intl/server';
import { choiceCookies, keyChoiceOf, keyChoices, textSizeOf, textSizes, themeOf, themes } from './choices.tsx';
import { chooseLook } from './choose-look.tsx';

interface Choice {
  value: string;
  label: string;
  lang?: string;
}

function Switch({ name, label, now, choices }: { name: string; label: string; now: string; choices: Choice[] }) {
  return (
    <form action={chooseLook}>
      <fieldset className="flex min-w-0 flex-col gap-1">
        <legend className="mb-1 text-text-muted text-xs">{label}</legend>
        <div className="flex flex-wrap gap-1 rounded-control bg-muted p-1">
          {choices.map((choice) => (
            <button
              key={choice.value}
              type="submit"
              name={name}
              value={choice.value}
              lang={choice.lang}
              aria-pressed={choice.value === now}
              className={classNames(
                'min-h-10 flex-1 rounded-control px-2 text-sm lg:min-h-8',
                choice.value === now
                  ? 'bg-bg font-medium text-text ring-1 ring-control'
                  : 'text-text-muted hover:text-text',
              )}
            >
              {choice.label}
            </button>
          ))}
        </div>
      </fieldset>
    </form>
  );
}

/** Plain forms: they work before any script has loaded. */
export async function LookSwitches() {
  const [t, locale, jar] = await Promise.all([getTranslations('shell'), getLocale(), cookies()]);
  return (
    <div className="flex flex-col gap-3">
      <LanguageSwitch label={t('language')} now={locale} names={locales.map((value) => t(`languages.${value}`))} />
      <Switch
        name="theme"
        label={t('theme')}
        now={themeOf(jar.get(choiceCookies.theme)?.value)}
        choices={themes.map((value) => ({ value, label: t(`themes.${value}`) }))}
      />
      <Switch
        name="text"
        label={t('textSize')}
        now={textSizeOf(jar.get(choiceCookies.text)?.value)}
        choices={textSizes.map((value) => ({ value, label: t(`textSizes.${value}`) }))}
      />
      <div className="max-lg:hidden">
        <Switch
          name="keys"
          label={t('keys')}
          now={keyChoiceOf(jar.get(choiceCookies.keys)?.value)}
          choices={keyChoices.map((value) => ({ value, label: t(`keyChoices.${value}`) }))}
        />
      </div>
    </div>
  );
}

function LanguageSwitch({ label, now, names }: { label: string; now: string; names: string[] }) {
  const choices = locales.map((value, index) => ({ value, label: names[index] ?? value, lang: value }));
  return <Switch name="locale" label={label} now={now} choices={choices} />;
}

export async function DoorFooter() {
  const [t, locale] = await Promise.all([getTranslations('shell'), getLocale()]);
  return (
    <div className="mx-auto max-w-[240px]">
      <LanguageSwitch label={t('language')} now={locale} names={locales.map((value) => t(`languages.${value}`))} />
    </div>
  );
}
