import { type LedgerCheckResult, ledgerCheckWords } from '@sasaeai/domain/ledger/ledger-check'
import { Button } from '@sasaeai/ui/button'
import { DataTable, type Column } from '@sasaeai/ui/data-table'
import { LoadingSkeleton } from '@sasaeai/ui/loading-skeleton'
import { NoticeBanner } from '@sasaeai/ui/notice-banner'
import { PageHeader } from '@sasaeai/ui/page-header'
import { StatusChip } from '@sasaeai/ui/status-chip'
import { useMutation, useQuery } from '@tanstack/react-query'
import { ExportChoice } from '../../app/export-choice.tsx'
import { PageError } from '../../app/page-error.tsx'
import { trpc } from '../../app/trpc.ts'
import { formatInstant } from '../user/instant-text.ts'

/** 整合性チェック: the books recomputed while one waits, in words. */
export function LedgerCheckPage() {
  const report = useQuery({ ...trpc.ledger.check.queryOptions(), staleTime: Infinity, gcTime: 0 })
  const write = useMutation(trpc.ledger.writeCheck.mutationOptions())
  const faults = report.data?.results.filter(({ faults: found }) => found > 0) ?? []
  return (
    <>
      <PageHeader
        title="整合性チェック"
        description="記帳された明細から、貸借・伝票番号・集計などを計算し直して確かめます。記帳を止めずに行えます。何も書き換えません。"
        actions={
          <>
            <ExportChoice subject="整合性チェックの結果" write={(format) => write.mutateAsync({ format })}>もう一度確かめた結果を書き出します。</ExportChoice>
            <Button variant="primary" isBusy={report.isFetching} busyLabel="確かめています" onClick={() => void report.refetch()}>
              もう一度確かめる
            </Button>
          </>
        }
      />
      {report.isError ? (
        <PageError reset={() => void report.refetch()} />
      ) : report.data === undefined ? (
        <LoadingSkeleton lines={8} label="帳簿を確かめています" />
      ) : (
        <>
          <NoticeBanner
            isLive
            className="mb-5"
            tone={report.data.isSound ? 'success' : 'error'}
            title={report.data.isSound ? '帳簿に食い違いはありません' : `${faults.length}項目で食い違いが見つかりました`}
          >
            {formatInstant(report.data.checkedAt)} の時点で確かめました。{faults[0] !== undefined && ledgerCheckWords[faults[0].check].advice}
          </NoticeBanner>
          <DataTable caption="確かめた項目" columns={columns} rows={report.data.results} rowKey={({ check }) => check} phone="cards" />
        </>
      )}
    </>
  )
}

const columns: readonly Column<LedgerCheckResult>[] = [
  { id: 'name', header: '項目', isRowHeader: true, cell: ({ check }) => ledgerCheckWords[check].name },
  {
    id: 'result',
    header: '結果',
    cell: ({ faults }) => (faults === 0 ? <StatusChip tone="success">一致</StatusChip> : <StatusChip tone="error">{`食い違い ${faults}件`}</StatusChip>),
  },
  { id: 'examined', header: '確かめた件数', align: 'end', cell: ({ examined }) => examined.toLocaleString('ja-JP') },
  { id: 'words', header: '内容', cell: wordsOf },
]

function wordsOf({ check, faults, examples }: LedgerCheckResult) {
  const { holds, advice } = ledgerCheckWords[check]
  if (faults === 0) return holds
  return (
    <>
      <p>{advice}</p>
      <ul className="list-disc pl-5">
        {examples.map((example) => (
          <li key={example}>{example}</li>
        ))}
      </ul>
    </>
  )
}
