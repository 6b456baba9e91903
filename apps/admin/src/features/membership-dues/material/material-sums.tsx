import { groupDigits } from '@sasaeai/domain/money/group-digits'
import type { MaterialRow } from './material-filters.tsx'

/** What is out and what came back, over the areas in view. */
export function MaterialSums({ rows }: { rows: readonly MaterialRow[] }) {
  const sum = (figure: (row: MaterialRow) => number) => rows.reduce((total, row) => total + figure(row), 0)
  const lines = [
    ['封筒', sum((row) => row.envelopesIssued), sum((row) => row.envelopesReturned)],
    ['納入票', sum((row) => row.slipsIssued), sum((row) => row.slipsReturned)],
  ] as const
  return (
    <dl className="mb-3 flex flex-wrap gap-x-8 gap-y-1">
      <div className="flex items-baseline gap-2">
        <dt className="text-[0.875rem] text-ink-sub">地域</dt>
        <dd className="figures font-bold">{groupDigits(rows.length)}</dd>
      </div>
      {lines.map(([name, issued, returned]) => (
        <div key={name} className="flex items-baseline gap-2">
          <dt className="text-[0.875rem] text-ink-sub">{name}</dt>
          <dd className="figures">
            <strong>{groupDigits(issued)}</strong>枚のうち <strong>{groupDigits(returned)}</strong>枚戻り
          </dd>
        </div>
      ))}
    </dl>
  )
}
