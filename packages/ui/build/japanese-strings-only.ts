import type { Plugin } from 'vite'

/** React Aria carries its spoken words in some thirty languages; the screens speak one. */
const foreignStrings = /[\\/](react-aria|react-stately)[\\/]dist[\\/]private[\\/]intl[\\/][^\\/]+[\\/](?!ja-JP)[a-z]{2}-[A-Z]{2}\.m?js$/

/** Where React Aria asks the browser for its language, as soon as it is loaded: that wakes the whole of Intl. */
const askedLocale = /[\\/]react-aria[\\/]dist[\\/]private[\\/]i18n[\\/]useDefaultLocale\.m?js$/
const knownLocale = `
  const locale = { locale: 'ja-JP', direction: 'ltr' }
  export const getDefaultLocale = () => locale
  export const useDefaultLocale = () => locale
`

/** A Vite plugin that makes React Aria speak Japanese whatever the browser's language, and leaves all others out of the bundle. */
export function japaneseStringsOnly(): Plugin {
  return {
    name: 'japanese-strings-only',
    enforce: 'pre',
    load(id) {
      if (askedLocale.test(id)) return knownLocale
      return foreignStrings.test(id) ? 'export default {}' : null
    },
  }
}
