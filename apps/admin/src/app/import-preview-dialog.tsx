import { Button } from '@sasaeai/ui/button'
import { CheckboxField } from '@sasaeai/ui/checkbox-field'
import { type Column, DataTable } from '@sasaeai/ui/data-table'
import { Dialog } from '@sasaeai/ui/dialog'
import { NoticeBanner } from '@sasaeai/ui/notice-banner'
import { type ChipTone, StatusChip } from '@sasaeai/ui/status-chip'
import type { ReactNode } from 'react'

/** A line of the file as a preview shows it. */
interface PreviewedLine {
  readonly lineNumber: number
  readonly status: string
}

interface ImportPreviewDialogProps<Line extends PreviewedLine> {
  /** In the order in which they are to be looked at. */
  readonly lines: readonly Line[]
  /** What can become of a line, the faulty ones first, with its word. */
  readonly statuses: readonly { readonly status: Line['status']; readonly word: string; readonly tone: ChipTone }[]
  /** What stands between the outcome of a line and the remarks on it. */
  readonly columns: readonly Column<Line>[]
  readonly remarksOf: (line: Line) => ReactNode
  readonly ignoredHeadings: readonly string[]
  /** How many lines would do something, and what is told when none does. */
  readonly effective: number
  readonly nothingToDo: string
  /** Left out where a file comes in as a whole or not at all. */
  readonly leaveOutErrors?: boolean
  readonly onLeaveOutErrors?: (leavesOut: boolean) => void
  readonly refusal: string | undefined
  readonly isBusy: boolean
  readonly onApply: () => void
  readonly onBack: () => void
  readonly onClose: () => void
  /** Further questions about the file. */
  readonly children?: ReactNode
}

/** The second step of an import: what a file would do, line by line; taken in only by a press. */
export function ImportPreviewDialog<Line extends PreviewedLine>(props: ImportPreviewDialogProps<Line>) {
  const { lines, statuses, ignoredHeadings, effective, nothingToDo, leaveOutErrors = false, onLeaveOutErrors, refusal, children } = props
  const countOf = (wanted: string) => lines.filter(({ status }) => status === wanted).length
  const keepsAllOut = onLeaveOutErrors === undefined && countOf('error') > 0
  return (
    <Dialog isOpen keepsOpen width="wide" title="取り込む内容の確認" onClose={props.onClose} actions={<PreviewActs {...props} effective={keepsAllOut ? 0 : effective} />}>
      <div className="flex flex-col gap-4">
        <p className="flex flex-wrap gap-x-6 gap-y-1">
          {statuses.map(({ status, word }) => <span key={status}>{word} <strong className="figures">{countOf(status)}</strong>件</span>)}
        </p>
        {ignoredHeadings.length > 0 && <NoticeBanner tone="info" title={`取り込まない列：${ignoredHeadings.join('、')}`} />}
        {effective === 0 && <NoticeBanner tone="info" title={nothingToDo} />}
        {refusal !== undefined && <NoticeBanner tone="error" isLive title={refusal} />}
        {countOf('error') > 0 && (
          <NoticeBanner tone="warning" title="誤りのある行があります">
            {onLeaveOutErrors === undefined ? 'すべて直してから、ファイルを選び直してください。1か所でも誤りがあれば、何も取り込みません。' : (
              <>
                ファイルを直して選び直すか、誤りのある行を除いて取り込んでください。
                <CheckboxField label="誤りのある行を除いて取り込む" checked={leaveOutErrors} onChange={(event) => onLeaveOutErrors(event.currentTarget.checked)} />
              </>
            )}
          </NoticeBanner>
        )}
        {children}
        {/* The dialog scrolls; without a stop in it the keyboard could not reach the lower lines. */}
        <div role="region" aria-label="ファイルの各行" tabIndex={0}>
          <DataTable caption="ファイルの各行" columns={columnsOf(props)} phone="cards" rows={lines} rowKey={({ lineNumber }) => String(lineNumber)} />
        </div>
      </div>
    </Dialog>
  )
}

type PreviewActsProps = Pick<ImportPreviewDialogProps<PreviewedLine>, 'effective' | 'isBusy' | 'onApply' | 'onBack'>

function PreviewActs({ effective, isBusy, onApply, onBack }: PreviewActsProps) {
  return (
    <>
      <Button variant="quiet" onClick={onBack}>別のファイルを選ぶ</Button>
      {effective > 0 && <Button variant="primary" isBusy={isBusy} busyLabel="取り込んでいます" onClick={onApply}>{effective}件を取り込む</Button>}
    </>
  )
}

function columnsOf<Line extends PreviewedLine>({ statuses, columns, remarksOf }: Pick<ImportPreviewDialogProps<Line>, 'statuses' | 'columns' | 'remarksOf'>): Column<Line>[] {
  const statusOf = (line: Line) => {
    const found = statuses.find(({ status }) => status === line.status)
    return found === undefined ? '' : <StatusChip tone={found.tone}>{found.word}</StatusChip>
  }
  return [
    { id: 'line', header: '行', align: 'end', cell: ({ lineNumber }) => lineNumber },
    { id: 'status', header: '結果', cell: statusOf },
    ...columns,
    { id: 'remarks', header: '内容', cell: remarksOf },
  ]
}
