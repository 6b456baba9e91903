import { type GoalRow, suggestedOf, sumOfMethods } from '@sasaeai/domain/community-chest/goal/goal-sheet'
import type { GoalSheetWire } from '@sasaeai/domain/community-chest/goal/goal-sheet-wire'
import { cellsOfPaste } from '@sasaeai/domain/community-chest/goal/typed-goals'
import type { AreaId } from '@sasaeai/domain/ids'
import { groupDigits } from '@sasaeai/domain/money/group-digits'
import { formatYen, yen } from '@sasaeai/domain/money/yen'
import { classList } from '@sasaeai/ui/class-list'
import { type ClipboardEvent, useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { GoalGridLine } from './goal-grid-line.tsx'
import { goalCellStyle, goalHeadStyle } from './goal-grid-style.ts'
import { goalLines, pastedCells } from './goal-lines.ts'
import type { GoalDraftActs } from './use-goal-draft.ts'

interface GoalGridProps {
  readonly sheet: GoalSheetWire
  readonly tree: GoalRow
  readonly draft: GoalDraftActs
  readonly mayWrite: boolean
}

/** 校区 › 自治会 × 募金方法: live inputs; Enter goes down, a block from Excel can be pasted anywhere. */
export function GoalGrid({ sheet, tree, draft, mayWrite }: GoalGridProps) {
  const { methods, suggestedYen } = sheet
  const [unfolded, setUnfolded] = useState<ReadonlySet<AreaId>>(new Set())
  const lines = useMemo(() => goalLines(tree, unfolded), [tree, unfolded])
  const paste = usePaste(lines, draft, methods.length)
  const toggle = useCallback((areaId: AreaId) => setUnfolded((before) => toggled(before, areaId)), [])
  return (
    <div className="overflow-x-auto print:overflow-visible">
      <table className="w-full border-separate border-spacing-0 text-(length:--text-cell) print:text-[0.5625rem]">
        <caption className="sr-only">目標額（円）</caption>
        <thead>
          <tr>
            <th scope="col" className={classList(goalHeadStyle, 'sticky left-0 z-10 text-left')}>地域</th>
            <th scope="col" className={classList(goalHeadStyle, 'text-right')}>世帯</th>
            {suggestedYen !== null && <th scope="col" className={classList(goalHeadStyle, 'text-right print-hidden')}>目安</th>}
            {methods.map(({ methodId, name }) => (
              <th key={methodId} scope="col" className={classList(goalHeadStyle, 'text-right')}>{name.replace(/の?募金$/, '')}</th>
            ))}
            <th scope="col" className={classList(goalHeadStyle, 'text-right')}>合計</th>
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => {
            const { areaId } = line.row.area
            return (
              <GoalGridLine key={`${areaId}/${line.kind}`} place={line.place} methods={methods} suggestedYen={suggestedYen} mayWrite={mayWrite}
                kind={line.kind} name={line.name} code={line.row.area.code} depth={line.depth} areaId={areaId}
                households={line.name === line.row.area.name ? line.row.area.households : null} fold={line.canUnfold ? line.isUnfolded : null}
                amounts={(line.kind === 'own' ? line.row.own : line.row.total).join()} typed={draft.typed.get(areaId)}
                recorded={draft.recorded.get(areaId)} onType={draft.type} onToggle={toggle} onPaste={paste} />
            )
          })}
        </tbody>
        <tfoot>
          <tr className="font-bold">
            <th scope="row" className="sticky left-0 bg-white px-2 py-2 text-left">合計</th>
            <td className={goalCellStyle}>{tree.area.households === null ? '—' : groupDigits(tree.area.households)}</td>
            {suggestedYen !== null && <td className={classList(goalCellStyle, 'print-hidden')}>{suggestedText(tree, suggestedYen)}</td>}
            {tree.total.map((amount, index) => (
              <td key={methods[index]?.methodId} className={goalCellStyle}>{formatYen(yen(amount))}</td>
            ))}
            <td className={goalCellStyle}>{formatYen(yen(sumOfMethods(tree.total)))}</td>
          </tr>
        </tfoot>
      </table>
    </div>
  )
}

function suggestedText({ area }: GoalRow, suggestedYen: GoalSheetWire['suggestedYen']): string {
  const amount = suggestedOf(area, suggestedYen)
  return amount === null ? '—' : groupDigits(amount)
}

function toggled(before: ReadonlySet<AreaId>, areaId: AreaId): ReadonlySet<AreaId> {
  const after = new Set(before)
  if (!after.delete(areaId)) after.add(areaId)
  return after
}

/** One value goes into its cell as ever; a block of them goes over the cells below and to the right. */
function usePaste(lines: ReturnType<typeof goalLines>, { type }: GoalDraftActs, methods: number) {
  const newest = useRef(lines)
  useEffect(() => {
    newest.current = lines
  }, [lines])
  return useCallback(
    (event: ClipboardEvent<HTMLInputElement>) => {
      const block = cellsOfPaste(event.clipboardData.getData('text/plain'))
      if (block.length === 1 && block[0]?.length === 1) return
      event.preventDefault()
      const { row, cell } = event.currentTarget.dataset
      type(pastedCells(newest.current, block, { line: Number(row), place: Number(cell), methods }))
    },
    [type, methods],
  )
}
