import { Fragment, type ReactNode } from 'react'

/** A word of Chinese characters with its reading behind it: 寄附《きふ》. */
const wordWithReading = /([\p{Script=Han}々〆ヶ]+)《([^》]+)》/gu

/** Text of a dictionary as it is shown: readings stand above their words. */
export function withReadings(text: string): ReactNode {
  if (!text.includes('《')) return text
  const parts = [...text.matchAll(wordWithReading)]
  const ends = [0, ...parts.map((part) => part.index + part[0].length)]
  return (
    <>
      {parts.map((part, place) => (
        <Fragment key={part.index}>
          {text.slice(ends[place], part.index)}
          <ruby>{part[1]}<rp>（</rp><rt>{part[2]}</rt><rp>）</rp></ruby>
        </Fragment>
      ))}
      {text.slice(ends.at(-1))}
    </>
  )
}

/** The same where there is room for letters only: titles, names for screen readers. */
export function withoutReadings(text: string): string {
  return text.replace(wordWithReading, '$1')
}
