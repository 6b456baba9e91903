import type { Plugin } from 'vite'

/** React Aria carries its spoken words in some thirty languages; the screens speak one. */
const foreignStrings = /[\\/](react-aria|react-stately)[\\/]dist[\\/]private[\\/]intl[\\/][^\\/]+[\\/](?!ja-JP)[a-z]{2}-[A-Z]{2}\.m?js$/

/** A Vite plugin that leaves the other languages out of the bundle. The app must be wrapped in a Japanese I18nProvider. */
export function japaneseStringsOnly(): Plugin {
  return {
    name: 'japanese-strings-only',
    enforce: 'pre',
    load(id) {
      return foreignStrings.test(id) ? 'export default {}' : null
    },
  }
}
