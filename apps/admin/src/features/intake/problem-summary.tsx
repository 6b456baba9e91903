import type { IntakeDraft } from '@sasaeai/domain/intake/intake-draft'
import { ErrorSummary } from '@sasaeai/ui/error-summary'
import type { KeyboardEvent } from 'react'
import { problemLines } from './problem-lines.ts'
import type { FinishBatch } from './use-finish-batch.ts'
import type { ReadDraft } from './use-draft-reading.ts'

interface ProblemSummaryProps {
  readonly draft: IntakeDraft
  readonly read: ReadDraft
  readonly finish: FinishBatch
}

/** What keeps the batch out of the books, once that was tried. The ten-key is enough here: ↑ ↓ walk, Enter leads. */
export function ProblemSummary({ draft, read, finish }: ProblemSummaryProps) {
  return (
    <div role="presentation" className="not-empty:mb-4" onKeyDown={walkLinks}>
      <ErrorSummary errors={finish.wasTried ? problemLines(draft, read) : []} attempt={finish.attempt} />
    </div>
  )
}

function walkLinks(event: KeyboardEvent<HTMLElement>): void {
  const links = [...event.currentTarget.querySelectorAll('a')]
  const place = links.findIndex((link) => link === document.activeElement)
  if (event.key === 'Enter' && place === -1) links[0]?.click()
  else if (event.key === 'ArrowDown') links[Math.min(place + 1, links.length - 1)]?.focus()
  else if (event.key === 'ArrowUp') links[Math.max(place - 1, 0)]?.focus()
  else return
  event.preventDefault()
}
