/** The languages of the site; 'easy' is やさしい日本語: short sentences, with readings above hard words. */
export const siteLanguages = ['ja', 'easy', 'en'] as const
export type SiteLanguage = (typeof siteLanguages)[number]

/** How each calls itself. */
export const languageNames: Readonly<Record<SiteLanguage, string>> = { ja: '日本語', easy: 'やさしい日本語', en: 'English' }

/** For the `lang` attribute. */
export function languageTag(language: SiteLanguage): 'ja' | 'en' {
  return language === 'en' ? 'en' : 'ja'
}

const cookieName = 'giving_language'

/** What the address asks for (`?lang=en`), else what was chosen before, else Japanese. */
export function languageOf(search: string, cookies: string): SiteLanguage {
  const kept = new RegExp(`(?:^|; )${cookieName}=(\\w+)`).exec(cookies)?.[1]
  const wanted = [new URLSearchParams(search).get('lang'), kept]
  return wanted.map((text) => siteLanguages.find((language) => language === text)).find((language) => language !== undefined) ?? 'ja'
}

/** Keeps the language that an address asks for, for the pages that follow: for a year, and of no other use than this. */
export function rememberLanguage(search: string): void {
  if (new URLSearchParams(search).has('lang')) document.cookie = `${cookieName}=${languageOf(search, '')}; path=/; max-age=31536000; samesite=lax`
}
