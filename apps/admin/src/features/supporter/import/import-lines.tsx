import { choicesOfStatus, importChoiceNames, importChoices, type ImportStatus, importStatuses, importStatusNames } from '@sasaeai/domain/supporter/import/supporter-import-status'
import { Button } from '@sasaeai/ui/button'
import { type Column, DataTable } from '@sasaeai/ui/data-table'
import { LoadingSkeleton } from '@sasaeai/ui/loading-skeleton'
import { PaginationMore } from '@sasaeai/ui/pagination-more'
import { SelectField } from '@sasaeai/ui/select-field'
import { type ChipTone, StatusChip } from '@sasaeai/ui/status-chip'
import { keepPreviousData, useInfiniteQuery, useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { AppLink } from '../../../app/app-link.tsx'
import { ExportChoice } from '../../../app/export-choice.tsx'
import { PageError } from '../../../app/page-error.tsx'
import { type RouterOutput, trpc } from '../../../app/trpc.ts'
import { useRunCommand } from '../../../app/use-run-command.ts'
import type { OpenedImport } from './supporter-import-page.tsx'

type Line = RouterOutput['supporter']['import']['lines']['rows'][number]

const tones: Record<ImportStatus, ChipTone> = { error: 'error', unsure: 'warning', twice: 'warning', changed: 'accent', new: 'success', same: 'neutral' }

/** The lines of the file, all or those of one status, each with what would change and what is chosen for it. */
export function ImportLines({ opened }: { readonly opened: OpenedImport }) {
  const { importId, counts, finishedAt } = opened
  const [status, setStatus] = useState<ImportStatus | null>(null)
  const write = useMutation(trpc.supporter.import.exportLines.mutationOptions())
  const list = useInfiniteQuery(
    trpc.supporter.import.lines.infiniteQueryOptions({ importId, status }, { initialCursor: null, getNextPageParam: (page) => page.next, placeholderData: keepPreviousData }),
  )
  const rows = list.data?.pages.flatMap((page) => page.rows)
  const countOf = (wanted: ImportStatus | null) => counts.filter((each) => wanted === null || each.status === wanted).reduce((sum, { lines }) => sum + lines, 0)
  const isOpen = finishedAt === null
  return (
    <section>
      <div role="group" aria-label="行をしぼる" className="mb-4 flex flex-wrap gap-2 print-hidden">
        {[null, ...importStatuses].map((each) => (
          <Button key={each ?? 'all'} size="small" aria-pressed={status === each} variant={status === each ? 'primary' : 'secondary'} onClick={() => setStatus(each)}>
            {`${each === null ? 'すべて' : importStatusNames[each]} ${countOf(each).toLocaleString('ja-JP')}`}
          </Button>
        ))}
        <ExportChoice size="small" subject="ファイルの各行" write={(format) => write.mutateAsync({ importId, status, format })}>
          {status === null ? 'すべての行' : `「${importStatusNames[status]}」の行`}を、その理由と扱いを添えて書き出します。
        </ExportChoice>
      </div>
      {isOpen && status !== null && <ChooseForAll key={status} importId={importId} status={status} lines={countOf(status)} />}
      {list.isError && rows === undefined && <PageError reset={() => void list.refetch()} />}
      {rows === undefined ? <LoadingSkeleton lines={6} /> : (
        <DataTable caption="ファイルの各行" columns={columnsOf(importId, isOpen)} rows={rows} rowKey={({ lineNumber }) => String(lineNumber)} phone="cards"
          isRefreshing={list.isPlaceholderData} empty={<p className="text-ink-sub">この結果の行はありません。</p>} />
      )}
      {rows !== undefined && rows.length > 0 && (
        <PaginationMore shown={rows.length.toLocaleString('ja-JP')} total={countOf(status).toLocaleString('ja-JP')} hasMore={list.hasNextPage}
          isBusy={list.isFetchingNextPage} onMore={() => void list.fetchNextPage()} />
      )}
    </section>
  )
}

function columnsOf(importId: OpenedImport['importId'], isOpen: boolean): Column<Line>[] {
  return [
    { id: 'line', header: '行', align: 'end', cell: ({ lineNumber }) => lineNumber },
    { id: 'name', header: '名前', isRowHeader: true, cell: ({ name }) => (name === '' ? '（名前なし）' : name) },
    { id: 'status', header: '結果', cell: ({ status }) => <StatusChip tone={tones[status]}>{importStatusNames[status]}</StatusChip> },
    { id: 'remarks', header: '内容', cell: Remarks },
    { id: 'choice', header: '扱い', cell: (line) => <LineChoice {...{ importId, line, isOpen }} /> },
  ]
}

function Remarks({ errors, remarks, supporterId }: Line) {
  return (
    <>
      <ul className="text-[0.9375rem] whitespace-normal">
        {errors.map(({ column, words }) => <li key={`${column} ${words}`} className="text-red-900">{column}：{words}</li>)}
        {remarks.map((remark) => <li key={remark}>{remark}</li>)}
      </ul>
      {supporterId !== null && <AppLink to="/supporters/$supporterId" params={{ supporterId }} target="_blank">名簿のこの支援者を見る</AppLink>}
    </>
  )
}

function LineChoice({ importId, line: { lineNumber, name, status, choice, isTaken }, isOpen }: { readonly importId: OpenedImport['importId']; readonly line: Line; readonly isOpen: boolean }) {
  const choose = useMutation(trpc.supporter.import.choose.mutationOptions())
  const run = useRunCommand()
  const choices = choicesOfStatus[status]
  if (isTaken) return <StatusChip tone="success">取り込み済み</StatusChip>
  if (choices.length === 1 || !isOpen) return importChoiceNames[choice]
  return (
    <select aria-label={`${lineNumber}行目 ${name}の扱い`} defaultValue={choice} key={choice} className="min-h-(--control) rounded-8 border border-line-field px-2"
      onChange={(event) => {
        const chosen = importChoices.find((each) => each === event.currentTarget.value)
        if (chosen !== undefined) void run(() => choose.mutateAsync({ importId, lineNumber, status, choice: chosen }), { done: `${lineNumber}行目：${importChoiceNames[chosen]}` })
      }}>
      {choices.map((each) => <option key={each} value={each}>{importChoiceNames[each]}</option>)}
    </select>
  )
}

function ChooseForAll({ importId, status, lines }: { readonly importId: OpenedImport['importId']; readonly status: ImportStatus; readonly lines: number }) {
  const choose = useMutation(trpc.supporter.import.choose.mutationOptions())
  const run = useRunCommand()
  const choices = choicesOfStatus[status]
  if (choices.length === 1 || lines === 0) return null
  return (
    <div className="mb-4 max-w-md print-hidden">
      <SelectField label={`「${importStatusNames[status]}」の${lines.toLocaleString('ja-JP')}行をまとめて`} emptyLabel="選んでください" value=""
        options={choices.map((value) => ({ value, label: importChoiceNames[value] }))}
        onChange={(event) => {
          const chosen = importChoices.find((each) => each === event.currentTarget.value)
          if (chosen !== undefined) void run(() => choose.mutateAsync({ importId, lineNumber: null, status, choice: chosen }), { done: `${importStatusNames[status]}の行：${importChoiceNames[chosen]}` })
        }} />
    </div>
  )
}
