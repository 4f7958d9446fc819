import i18next from 'i18next';
import { initReactI18next, useTranslation } from 'react-i18next';

/** The two languages; Dutch is written first, English has exactly the same keys (the compiler checks). */
export type Language = 'nl' | 'en';
const KEPT = 'doorbraak.language';

/** What a room of the client says, under one name: `day.words.ts` says it for `day`. */
export type WordsOf<Nl> = { [Key in keyof Nl]: Nl[Key] extends string ? string : WordsOf<Nl[Key]> };

const remembered = (): Language => (localStorage.getItem(KEPT) === 'en' ? 'en' : 'nl');

export const startWords = () =>
  i18next.use(initReactI18next).init({
    lng: remembered(),
    fallbackLng: false,
    resources: {},
    interpolation: { escapeValue: false }, // React escapes
    returnNull: false,
    saveMissing: true,
    // A key that a reader would see is a mistake; the browser tests fail on it.
    // eslint-disable-next-line no-console
    missingKeyHandler: (languages, room, key) => console.error(`no words for ${languages.join()} ${room}:${key}`),
  });

export function addWords<Nl extends object>(room: string, nl: Nl, en: WordsOf<Nl>): Nl {
  i18next.addResourceBundle('nl', room, nl);
  i18next.addResourceBundle('en', room, en);
  return nl;
}

/** Keys of nested words, joined by points; of a plural (`days_one`, `days_other`) the bare key. */
type Plural<Key extends string> = Key extends `${infer Bare}_${'one' | 'other'}` ? Bare : Key;
export type KeyOf<Nl> = {
  [Key in keyof Nl & string]: Nl[Key] extends string ? Plural<Key> : `${Key}.${KeyOf<Nl[Key]>}`;
}[keyof Nl & string];

/** The words of a room in the reader's language: `say('key', { count: 2 })`. */
export function wordsFor<Nl extends object>(room: string, nl: Nl, en: WordsOf<Nl>) {
  let added = false;
  return function useWords() {
    if (!added) addWords(room, nl, en);
    added = true;
    const { t, i18n } = useTranslation(room);
    return {
      say: (key: KeyOf<Nl>, values?: Record<string, string | number>): string => t(key as string, values ?? {}),
      language: i18n.language as Language,
    };
  };
}

export const chooseLanguage = (language: Language) => {
  localStorage.setItem(KEPT, language);
  return i18next.changeLanguage(language);
};
export const languageNow = () => i18next.language as Language;

/** Renders again when the language changes. */
export const useWordsReady = () => useTranslation();
