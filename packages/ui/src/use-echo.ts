import { useState } from 'react'

/** What a tolerant parser understood of typed text, in the words in which it is shown. */
export type Echo =
  | { readonly ok: true; readonly echo: string }
  | { readonly ok: false; readonly message: string }

export type ReadEcho = (text: string) => Echo

/**
 * Follows typed text with the parser's understanding of it. While the reader types only what is understood
 * is shown; that something is *not* understood is said when the field is left, never in mid-word.
 */
export function useEcho(read: ReadEcho, initialText: string) {
  const [text, setText] = useState(initialText)
  const [hasLeft, setHasLeft] = useState(initialText !== '')
  const isEmpty = text.trim() === ''
  const understanding = isEmpty ? undefined : read(text)
  return {
    echo: understanding?.ok === true ? understanding.echo : undefined,
    complaint: hasLeft && understanding?.ok === false ? understanding.message : undefined,
    follow: (next: string) => {
      setText(next)
      setHasLeft(false)
    },
    leave: (last: string) => {
      setText(last)
      setHasLeft(true)
    },
  }
}
