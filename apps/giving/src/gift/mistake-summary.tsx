import { Icon } from '@sasaeai/ui/icon'
import { useEffect, useRef } from 'react'
import { withReadings } from '../site/readings.tsx'
import type { GiftWords } from '../words/gift-words-ja.ts'
import type { Mistake } from './find-mistakes.ts'

interface MistakeSummaryProps {
  readonly mistakes: readonly Mistake[]
  /** Each new attempt that fails brings the focus here again. */
  readonly attempt: number
  readonly words: GiftWords
}

/** All that is wrong with a step, in the reader's language, each line leading to its field. */
export function MistakeSummary({ mistakes, attempt, words }: MistakeSummaryProps) {
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (attempt > 0) box.current?.focus()
  }, [attempt])
  if (mistakes.length === 0) return null
  return (
    <div ref={box} role="group" tabIndex={-1} aria-labelledby="mistakes" className="mt-5 rounded-8 border-2 border-red-900 bg-white px-5 py-4">
      <h2 id="mistakes" className="flex items-start gap-2 font-bold text-red-900"><Icon name="error" className="mt-[0.3em]" /><span>{withReadings(words.mistakes(mistakes.length))}</span></h2>
      <ul className="mt-1">
        {mistakes.map(({ field, message }) => (
          <li key={field}>
            <a href={`#${field}`} className="flex min-h-11 items-center text-red-900 underline underline-offset-4" onClick={(event) => {
              event.preventDefault()
              goToField(field)
            }}><span>{withReadings(message)}</span></a>
          </li>
        ))}
      </ul>
    </div>
  )
}

/** The address stays as it is: a way back must not lead through every mistake. */
function goToField(field: string): void {
  const target = document.getElementById(field)
  target?.scrollIntoView({ block: 'center' })
  target?.focus({ preventScroll: true })
}
