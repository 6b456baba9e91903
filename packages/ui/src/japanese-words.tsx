import type { ReactNode } from 'react'
import { I18nProvider } from 'react-aria-components/I18nProvider'

/** Makes every component speak Japanese whatever the browser's language; the bundle carries no other. Wraps the app once. */
export function JapaneseWords({ children }: { children: ReactNode }) {
  return <I18nProvider locale="ja-JP">{children}</I18nProvider>
}
