import type { DuesProgressRow } from '@sasaeai/domain/membership-dues/progress/dues-progress'
import { classList } from '@sasaeai/ui/class-list'
import { Icon } from '@sasaeai/ui/icon'
import { AppLink } from '../../../app/app-link.tsx'
import type { MomentSearch } from '../../../app/moment-search.ts'

/** Which lines are open. */
export interface Folding {
  isOpen(row: DuesProgressRow): boolean
  toggle(row: DuesProgressRow): void
}

const indents = ['', 'pl-6', 'pl-11', 'pl-16'] as const

/** The name of a line, further in the deeper it stands, with the button that opens what is below it. */
export function AreaNameCell({ row, folding, postedUntil }: MomentSearch & { readonly row: DuesProgressRow; readonly folding: Folding }) {
  const { areaId, children, code, depth, name, part } = row
  return (
    <span className={classList('flex items-center gap-1 whitespace-nowrap max-sm:whitespace-normal', indents[depth] ?? 'pl-20')}>
      {children.length > 0 && <FoldButton row={row} folding={folding} />}
      {areaId === null || part !== 'area' ? (
        <span className={children.length > 0 ? '' : 'pl-1'}>{name}</span>
      ) : (
        <AppLink to="/dues/areas/$areaId" params={{ areaId }} search={{ postedUntil }} className="print:text-ink print:no-underline">
          <span className="figures mr-1.5 hidden text-[0.8125rem] 2xl:inline">{code}</span>
          {name}
        </AppLink>
      )}
    </span>
  )
}

function FoldButton({ row, folding }: { row: DuesProgressRow; folding: Folding }) {
  const isOpen = folding.isOpen(row)
  return (
    <button
      type="button"
      aria-expanded={isOpen}
      aria-label={`${row.name}の下の地域を${isOpen ? '閉じる' : '開く'}`}
      onClick={() => folding.toggle(row)}
      className="-my-1 grid size-8 shrink-0 cursor-pointer place-items-center rounded-6 hover:bg-surface-sub print-hidden"
    >
      <Icon name={isOpen ? 'chevron-down' : 'chevron-right'} />
    </button>
  )
}
