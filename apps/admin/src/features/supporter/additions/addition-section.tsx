import { Button } from '@sasaeai/ui/button'
import type { ReactNode } from 'react'

interface AdditionSectionProps {
  readonly title: string
  readonly addLabel: string
  /** Undefined for those who may not change the register. */
  readonly onAdd: (() => void) | undefined
  /** Said when there is nothing. */
  readonly nothing: string
  readonly lines: readonly ReactNode[]
}

/** One list beside the form, with its button. */
export function AdditionSection({ title, addLabel, onAdd, nothing, lines }: AdditionSectionProps) {
  return (
    <section>
      <div className="mb-2 flex flex-wrap items-center justify-between gap-2">
        <h2 className="text-[1.125rem] font-bold">{title}</h2>
        {onAdd !== undefined && <Button size="small" icon="plus" onClick={onAdd}>{addLabel}</Button>}
      </div>
      {lines.length === 0 ? <p className="text-ink-sub">{nothing}</p> : <ul className="flex flex-col divide-y divide-line-faint border-y border-line-faint">{lines}</ul>}
    </section>
  )
}

interface AdditionLineProps {
  readonly children: ReactNode
  /** What a screen reader says of the button: 「090-1234-5678を削除」. */
  readonly removeLabel: string
  readonly onRemove: (() => void) | undefined
}

/** One line of such a list. */
export function AdditionLine({ children, removeLabel, onRemove }: AdditionLineProps) {
  return (
    <li className="flex items-start justify-between gap-3 py-2">
      <div className="min-w-0">{children}</div>
      {onRemove !== undefined && <Button variant="quiet" size="small" aria-label={removeLabel} onClick={onRemove}>削除</Button>}
    </li>
  )
}
