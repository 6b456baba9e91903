import type { FiscalYear } from '@sasaeai/domain/calendar/fiscal-year'
import { formatFiscalYear } from '@sasaeai/domain/calendar/japanese-era'
import { postedUntilWords } from '@sasaeai/domain/ledger/posting-moment'
import { failureMessage } from '@sasaeai/domain/outcome/failure-message'
import { formatYenDelta, sumYen } from '@sasaeai/domain/money/yen'
import { Button } from '@sasaeai/ui/button'
import { EmptyState } from '@sasaeai/ui/empty-state'
import { LoadingSkeleton } from '@sasaeai/ui/loading-skeleton'
import { NoticeBanner } from '@sasaeai/ui/notice-banner'
import { PageHeader } from '@sasaeai/ui/page-header'
import { StatFigure } from '@sasaeai/ui/stat-figure'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { AppLinkButton } from '../../../app/app-link.tsx'
import { entriesHref } from '../../../app/entries-href.ts'
import { useFiscalYearInView } from '../../../app/fiscal-year-in-view.ts'
import type { MomentSearch } from '../../../app/moment-search.ts'
import { PageError } from '../../../app/page-error.tsx'
import { type RouterOutput, trpc } from '../../../app/trpc.ts'
import { useMayDo } from '../../../app/use-may-do.ts'
import { PostingMomentForm } from '../../funding-indicator/posting-moment-form.tsx'
import { DuesListExportButton } from '../export/dues-list-export-button.tsx'
import { CalculateShareBackDialog } from './calculate-share-back-dialog.tsx'
import { ShareBackRunsTable } from './share-back-runs-table.tsx'

export type ShareBackOfYear = RouterOutput['membershipDues']['shareBack']['list']

/** 還元金: what the dues of the year in view give back, calculation by calculation. */
export function ShareBackPage() {
  const { postedUntil } = useSearch({ from: '/staff/dues/share-back' })
  const navigate = useNavigate({ from: '/dues/share-back' })
  const fiscalYear = useFiscalYearInView()
  const mayPost = useMayDo('shareBack.post') && postedUntil === undefined
  const year = useQuery({ ...trpc.membershipDues.shareBack.list.queryOptions({ fiscalYear, postedUntil }), placeholderData: keepPreviousData })
  const [isCalculating, setCalculating] = useState(false)
  const canCalculate = mayPost && year.data?.problem === null
  const calculate = canCalculate && (
    <Button variant="primary" icon="yen" onClick={() => setCalculating(true)}>
      {year.data?.runs[0]?.status === 'draft' ? '計算し直す' : '還元金を計算する'}
    </Button>
  )
  return (
    <div className="flex flex-col gap-8">
      <div className="-mb-6">
        <PageHeader
          title={`${formatFiscalYear(fiscalYear)}の還元金`}
          description={postedUntil === undefined ? intro : `${postedUntilWords(postedUntil)}と、その時点の計算です。`}
          actions={calculate || undefined}
        />
      </div>
      {year.isError && year.data === undefined && <PageError reset={() => void year.refetch()} />}
      <PostingMomentForm moment={postedUntil} onChange={(moment) => void navigate({ search: (before) => ({ ...before, postedUntil: moment }), resetScroll: false })} />
      {year.isPending && <LoadingSkeleton lines={8} />}
      {year.data !== undefined && <YearOfShareBack {...{ fiscalYear, postedUntil }} year={year.data} isRefreshing={year.isPlaceholderData} />}
      {isCalculating && year.data !== undefined && (
        <CalculateShareBackDialog fiscalYear={fiscalYear} cutOffOn={draftOf(year.data)?.cutOffOn} onClose={() => setCalculating(false)} />
      )}
    </div>
  )
}

const intro = '納められた会費に還元率を掛け、地域へお渡しする額を計算します。何度計算しても、支払うのは前回までの支払との差額だけです。'

interface YearProps extends MomentSearch {
  readonly fiscalYear: FiscalYear
  readonly year: ShareBackOfYear
  readonly isRefreshing: boolean
}

function YearOfShareBack({ fiscalYear, postedUntil, year, isRefreshing }: YearProps) {
  return (
    <>
      {postedUntil === undefined && <RulesNotice problem={year.problem} />}
      {year.runs.length === 0 && postedUntil !== undefined ? (
        <EmptyState title="その時点に、還元金の計算はありません" icon="yen" />
      ) : year.runs.length === 0 ? (
        <EmptyState title="還元金の計算はまだありません" icon="yen">
          会費の納入がひと区切りしたら、基準日を決めて計算します。計算しただけでは、何も記帳されません。
        </EmptyState>
      ) : (
        <>
          <YearFigures {...{ fiscalYear, postedUntil, year }} />
          <div className="flex flex-col gap-3">
            <div className="flex justify-end print-hidden">
              <DuesListExportButton size="small" list={{ list: 'share_back_runs', fiscalYear, postedUntil }} name="還元金の計算の一覧" />
            </div>
            <ShareBackRunsTable runs={year.runs} postedUntil={postedUntil} isRefreshing={isRefreshing} />
          </div>
        </>
      )}
    </>
  )
}

function RulesNotice({ problem }: Pick<ShareBackOfYear, 'problem'>) {
  if (problem === null) return null
  return (
    <NoticeBanner tone="warning" title="還元金の決まりを確かめてください" action={<AppLinkButton to="/dues/kinds">決まりを見る</AppLinkButton>}>
      {failureMessage({ ok: false, code: problem })}
    </NoticeBanner>
  )
}

function YearFigures({ fiscalYear, postedUntil, year: { runs, paid } }: Omit<YearProps, 'isRefreshing'>) {
  const draft = draftOf({ runs })
  const [account, ...others] = paid
  const href = account === undefined || others.length > 0 ? undefined : entriesHref({ accountId: account.accountId, duesYear: fiscalYear, postedUntil })
  return (
    <div className="grid gap-6 sm:grid-cols-2 xl:grid-cols-3">
      <StatFigure label="支払済みの還元金" value={formatYenDelta(sumYen(paid.map(({ paidYen }) => paidYen)))} unit="円" href={href}
        note={`${formatFiscalYear(fiscalYear)}分の会費について、取り消した支払を除いた額`} />
      {draft !== undefined && (
        <StatFigure label={`第${draft.sequence}回（確認中）で支払う額`} value={formatYenDelta(draft.payableYen)} unit="円" note={`渡す先 ${draft.payees}件`} />
      )}
    </div>
  )
}

function draftOf({ runs }: Pick<ShareBackOfYear, 'runs'>) {
  return runs.find(({ status }) => status === 'draft')
}
