import { classList } from '@sasaeai/ui/class-list'
import type { IntakeContext } from '@sasaeai/domain/intake/intake-context'
import {
  headerFieldNames,
  headerFields,
  type IntakeDraft,
  type IntakeDraftLine,
  lineColumns,
} from '@sasaeai/domain/intake/intake-draft'
import { readIntakeDraft } from '@sasaeai/domain/intake/read-intake-draft'
import { formatYen } from '@sasaeai/domain/money/yen'

interface ComparedRow {
  readonly key: string
  readonly label: string
  readonly mine: string
  readonly theirs: string
}

/** Where two drafts of one batch differ, side by side. */
export function DraftComparison({
  mine,
  theirs,
  context,
}: {
  mine: IntakeDraft
  theirs: IntakeDraft
  context: IntakeContext
}) {
  const rows = differences(mine, theirs)
  return (
    <table className="w-full border-separate border-spacing-0 text-(length:--text-cell)">
      <caption className="mb-2 text-left">違うところは{rows.length}か所です。</caption>
      <thead>
        <tr>
          {['欄', '自分の内容', '相手の内容'].map((name) => (
            <th key={name} scope="col" className="border-b border-line bg-surface-sub px-2 py-1.5 text-left">
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.key}>
            <th
              scope="row"
              className="border-b border-line-faint px-2 py-1.5 text-left font-normal whitespace-nowrap text-ink-sub"
            >
              {row.label}
            </th>
            <SideCell text={row.mine} />
            <SideCell text={row.theirs} />
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row" className="px-2 py-1.5 text-left">
            件数・合計
          </th>
          <SideCell text={sumOf(mine, context)} isTotal />
          <SideCell text={sumOf(theirs, context)} isTotal />
        </tr>
      </tfoot>
    </table>
  )
}

function SideCell({ text, isTotal = false }: { text: string; isTotal?: boolean }) {
  return (
    <td className={classList('px-2 py-1.5', isTotal ? 'font-bold' : 'border-b border-line-faint')}>
      {text === '' ? <span className="text-ink-faint">（なし）</span> : text}
    </td>
  )
}

function differences(mine: IntakeDraft, theirs: IntakeDraft): ComparedRow[] {
  const inHeader = headerFields.map((field) => ({
    key: field,
    label: headerFieldNames[field],
    mine: mine.header[field],
    theirs: theirs.header[field],
  }))
  const places = Array.from({ length: Math.max(mine.lines.length, theirs.lines.length) }, (_, place) => ({
    key: `line-${place}`,
    label: `${place + 1}行目`,
    mine: wordsOf(mine.lines[place]),
    theirs: wordsOf(theirs.lines[place]),
  }))
  return [...inHeader, ...places].filter((row) => row.mine !== row.theirs)
}

function wordsOf(line: IntakeDraftLine | undefined): string {
  if (line === undefined) return ''
  return lineColumns
    .map((column) => line[column].trim())
    .filter((text) => text !== '')
    .join(' ・ ')
}

function sumOf(draft: IntakeDraft, context: IntakeContext): string {
  const { count, totalYen } = readIntakeDraft(draft, context, new Map())
  return `${count}件 ${formatYen(totalYen)}円`
}
