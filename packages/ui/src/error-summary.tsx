import { useEffect, useId, useRef } from 'react'
import { Icon } from './icon.tsx'

export interface SummarizedError {
  /** The id of the control (or of the group) that the line leads to. */
  readonly fieldId: string
  readonly message: string
}

export interface ErrorSummaryProps {
  readonly errors: readonly SummarizedError[]
  /** Count the attempts to submit: each new attempt that fails brings the focus here again. */
  readonly attempt: number
  readonly title?: string | undefined
}

/** All that is wrong with a form, on top of it, with links to the fields. It takes the focus when it appears. */
export function ErrorSummary({ errors, attempt, title = '入力内容を確認してください' }: ErrorSummaryProps) {
  const box = useRef<HTMLDivElement>(null)
  const titleId = useId()
  const hasErrors = errors.length > 0
  useEffect(() => {
    if (hasErrors && attempt > 0) box.current?.focus()
  }, [attempt, hasErrors])
  if (!hasErrors) return null
  return (
    <div
      ref={box}
      role="group"
      tabIndex={-1}
      aria-labelledby={titleId}
      className="rounded-8 border-2 border-red-900 bg-white px-5 py-4"
    >
      <h2 id={titleId} className="flex items-center gap-2 font-bold text-red-900">
        <Icon name="error" />
        {title}（{errors.length}件）
      </h2>
      <ul className="mt-2 list-disc pl-7">
        {errors.map((error) => (
          <li key={`${error.fieldId} ${error.message}`}>
            <a
              href={`#${error.fieldId}`}
              className="text-red-900 underline underline-offset-4"
              onClick={(event) => {
                event.preventDefault()
                focusField(error.fieldId)
              }}
            >
              {error.message}
            </a>
          </li>
        ))}
      </ul>
    </div>
  )
}

/** Brings a field into sight and puts the cursor into it; the address stays as it is, so that filters kept there survive. */
function focusField(fieldId: string) {
  const target = document.getElementById(fieldId)
  target?.scrollIntoView({ block: 'center' })
  target?.focus({ preventScroll: true })
}
