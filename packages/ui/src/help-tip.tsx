import { Suspense, lazy, useRef, useState } from 'react'
import type { ReactNode } from 'react'

// The floating panel is fetched with the first question asked: most pages are read without one.
const HelpTipPanel = lazy(() => import('./help-tip-panel.tsx').catch(() => ({ default: HelpTipNote })))

export interface HelpTipProps {
  /** The hard word that is explained, such as 預り金. */
  readonly term: string
  /** Two sentences at most. */
  readonly children: ReactNode
}

/** The `?` beside a hard word. Pressing it opens two sentences; Esc or a press elsewhere closes them. */
export function HelpTip({ term, children }: HelpTipProps) {
  const [isOpen, setOpen] = useState(false)
  const button = useRef<HTMLButtonElement>(null)
  return (
    <span className="inline-flex align-middle print-hidden">
      <button
        ref={button}
        type="button"
        aria-expanded={isOpen}
        aria-haspopup="dialog"
        onClick={() => setOpen(!isOpen)}
        className="-my-2 grid size-9 cursor-pointer place-items-center rounded-full pointer-coarse:size-11"
      >
        <span
          aria-hidden="true"
          className="grid size-[1.125rem] place-items-center rounded-full border border-accent text-[0.75rem] leading-none font-bold text-accent"
        >
          ?
        </span>
        <span className="sr-only">{term}の説明</span>
      </button>
      {isOpen && (
        <Suspense fallback={null}>
          <HelpTipPanel anchor={button} term={term} onClose={() => setOpen(false)}>
            {children}
          </HelpTipPanel>
        </Suspense>
      )}
    </span>
  )
}

/** When the panel cannot be fetched the words stand in the text: no page may break over an explanation. */
function HelpTipNote({ children }: { children: ReactNode }) {
  return <span role="note" className="ml-1 text-[0.875rem] font-normal text-ink-sub">{children}</span>
}
