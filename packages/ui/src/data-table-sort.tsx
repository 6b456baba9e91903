import type { Column, SortableBy, TableSort } from './data-table-column.ts'
import { SelectField } from './select-field.tsx'

/** The order that a press on a heading asks for: the usual way first, then turned round with each further press. */
export function sortAfterPress({ id, sortableBy = 'text' }: Column<never>, sort: TableSort | undefined): TableSort {
  if (sort?.columnId !== id) return { columnId: id, direction: sortableBy === 'text' ? 'ascending' : 'descending' }
  return { columnId: id, direction: sort.direction === 'ascending' ? 'descending' : 'ascending' }
}

const words: Record<SortableBy, readonly [direction: TableSort['direction'], words: string][]> = {
  date: [['descending', '新しい順'], ['ascending', '古い順']],
  figure: [['descending', '大きい順'], ['ascending', '小さい順']],
  text: [['ascending', '昇順'], ['descending', '降順']],
}

interface SortChoiceProps {
  readonly columns: readonly Column<never>[]
  readonly sort: TableSort | undefined
  readonly onSort: (sort: TableSort) => void
}

/** What the headings do on a desk, above the cards of a phone, where there are no headings. */
export function SortChoice({ columns, sort, onSort }: SortChoiceProps) {
  const sorts = columns.flatMap(({ id, header, sortableBy }) =>
    sortableBy === undefined
      ? []
      : words[sortableBy].map(([direction, way]) => ({ sort: { columnId: id, direction }, value: `${id} ${direction}`, label: `${header}の${way}` })),
  )
  const choose = (value: string) => {
    const chosen = sorts.find((each) => each.value === value)
    if (chosen !== undefined) onSort(chosen.sort)
  }
  return (
    <SelectField
      label="並べ替え"
      className="mb-2 sm:hidden print-hidden"
      options={sorts}
      emptyLabel={sort === undefined ? '選択してください' : undefined}
      value={sort === undefined ? '' : `${sort.columnId} ${sort.direction}`}
      onChange={(event) => choose(event.currentTarget.value)}
    />
  )
}
