import { formatFiscalYear, formatLocalDate } from '@sasaeai/domain/calendar/japanese-era'
import { id } from '@sasaeai/domain/ids'
import { postedUntilWords } from '@sasaeai/domain/ledger/posting-moment'
import { payableYen } from '@sasaeai/domain/membership-dues/share-back/share-back'
import { shareBackRunName } from '@sasaeai/domain/membership-dues/share-back/share-back-entry'
import { formatYen, formatYenDelta, sumYen } from '@sasaeai/domain/money/yen'
import { LoadingSkeleton } from '@sasaeai/ui/loading-skeleton'
import { NoticeBanner } from '@sasaeai/ui/notice-banner'
import { PageHeader } from '@sasaeai/ui/page-header'
import { StatFigure } from '@sasaeai/ui/stat-figure'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useNavigate, useParams, useRouter, useSearch } from '@tanstack/react-router'
import { entriesHref } from '../../../app/entries-href.ts'
import type { MomentSearch } from '../../../app/moment-search.ts'
import { NotFoundAt } from '../../../app/not-found-at.tsx'
import { PageError } from '../../../app/page-error.tsx'
import { type RouterOutput, trpc } from '../../../app/trpc.ts'
import { PostingMomentForm } from '../../funding-indicator/posting-moment-form.tsx'
import { ShareBackActs } from './share-back-acts.tsx'
import { ShareBackStatusChip } from './share-back-runs-table.tsx'
import { ShareBackTable } from './share-back-table.tsx'

export type ShareBackRun = NonNullable<RouterOutput['membershipDues']['shareBack']['get']>

/** One calculation of share-back: looked through before it is paid, kept as it was afterwards. */
export function ShareBackRunPage() {
  const { runId } = useParams({ from: '/staff/dues/share-back/$runId' })
  const { postedUntil } = useSearch({ from: '/staff/dues/share-back/$runId' })
  const navigate = useNavigate({ from: '/dues/share-back/$runId' })
  const asked = { runId: id<'ShareBackRunId'>(runId), postedUntil }
  const answer = useQuery({ ...trpc.membershipDues.shareBack.get.queryOptions(asked), placeholderData: keepPreviousData })
  const lookAt = (moment: MomentSearch['postedUntil']) => void navigate({ search: { postedUntil: moment }, resetScroll: false })
  if (answer.isError && answer.data === undefined) return <PageError reset={() => void answer.refetch()} />
  if (answer.data === undefined) return <LoadingSkeleton lines={12} />
  if (answer.data === null) return <NotFoundAt what="この計算" postedUntil={postedUntil} onNow={() => lookAt(undefined)}>還元金の一覧から選び直してください。</NotFoundAt>
  return <Run {...{ run: answer.data, postedUntil, lookAt }} />
}

/** A calculation, and as of when it is. */
interface RunAtMoment extends MomentSearch {
  readonly run: ShareBackRun
}

function Run({ run, postedUntil, lookAt }: RunAtMoment & { readonly lookAt: (moment: MomentSearch['postedUntil']) => void }) {
  const router = useRouter()
  const { fiscalYear, sequence, status, cutOffOn, calculatedBy, isOutdated } = run
  return (
    <div className="flex flex-col gap-8 print:gap-4">
      <div className="-mb-6">
        <PageHeader
          title={`${formatFiscalYear(fiscalYear)}の還元金 第${sequence}回`}
          description={`${formatLocalDate(cutOffOn)}までの納入による　計算 ${calculatedBy}${postedUntil === undefined ? '' : `　${postedUntilWords(postedUntil)}と、その時点の計算・還元率・決まりです。`}`}
          crumbs={[{ label: '還元金', href: router.buildLocation({ to: '/dues/share-back', search: { postedUntil } }).href }, { label: `第${sequence}回` }]}
          status={<ShareBackStatusChip status={status} />}
          actions={<ShareBackActs {...{ run, postedUntil }} />}
        />
      </div>
      <PostingMomentForm moment={postedUntil} onChange={lookAt} />
      {isOutdated && postedUntil !== undefined && (
        <NoticeBanner tone="info" title="計算のあとに、納入・還元率・決まりのどれかが変わっていました">この時点では、計算し直すまで支払えませんでした。</NoticeBanner>
      )}
      {isOutdated && postedUntil === undefined && (
        <NoticeBanner tone="warning" title="計算のあとに、納入・還元率・決まりのどれかが変わりました">
          いまの内容で計算し直すまで、支払えません。上の「計算し直す」を押してください。
        </NoticeBanner>
      )}
      <RunFigures {...{ run, postedUntil }} />
      <ShareBackTable {...{ run, postedUntil }} />
      <Unshared run={run} />
    </div>
  )
}

function RunFigures({ run, postedUntil }: RunAtMoment) {
  const { payees, status, paidOn, expenseAccountId, fiscalYear } = run
  const lines = payees.flatMap((payee) => payee.lines)
  const payable = sumYen(payees.map((payee) => payableYen(payee.lines)))
  const waiting = payees.filter((payee) => sumYen(payee.lines.map(({ earnedYen }) => earnedYen)) < sumYen(payee.lines.map(({ alreadyYen }) => alreadyYen)))
  const spending = expenseAccountId === null ? undefined : { accountId: expenseAccountId, duesYear: fiscalYear, postedUntil }
  // On the day itself another calculation may have been paid: its slips are told apart by their description.
  const ofRun = spending === undefined || paidOn === null ? undefined : entriesHref({ ...spending, from: paidOn, to: paidOn, text: shareBackRunName(run) })
  const before = spending === undefined || status === 'posted' ? undefined : entriesHref(spending)
  return (
    <div className="grid gap-6 sm:grid-cols-2 xl:grid-cols-4 print:grid-cols-4 print:gap-4">
      <StatFigure label={status === 'posted' ? '支払った額' : '今回支払う額'} value={formatYen(payable)} unit="円" href={ofRun}
        note={paidOn === null ? `渡す先 ${payees.filter((payee) => payableYen(payee.lines) > 0).length}件` : `${formatLocalDate(paidOn)}に支払`} />
      <StatFigure label="還元額（累計）" value={formatYenDelta(sumYen(lines.map(({ earnedYen }) => earnedYen)))} unit="円" note="納入額に還元率を掛け、端数を切り捨てた額" />
      <StatFigure label="それまでの支払" value={formatYenDelta(sumYen(lines.map(({ alreadyYen }) => alreadyYen)))} unit="円" href={before}
        note="取り消した支払を除いた額" />
      <StatFigure label="次回に精算する渡す先" value={String(waiting.length)} unit="件" note="支払済みが還元額を上回り、差額が△の渡す先" />
    </div>
  )
}

/** What is not shared, named so that the sums can be followed. */
function Unshared({ run: { unshared, kinds } }: { run: ShareBackRun }) {
  if (unshared.length === 0) return null
  const nameOf = (kindId: string) => kinds.find(({ duesKindId }) => duesKindId === kindId)?.name ?? 'ほかの会費'
  return (
    <section aria-labelledby="unshared">
      <h2 id="unshared" className="mb-1 text-[1.125rem] font-bold">
        地域なし（還元しない納入）
      </h2>
      <p className="phrases text-[0.9375rem] text-ink-sub">
        地域の記録がない納入と、渡す先より上の地域で受け付けた納入です。還元する地域があるときは、受付の地域を訂正してから計算し直してください。
      </p>
      <ul className="mt-2">
        {unshared.map(({ duesKindId, receivedYen }) => (
          <li key={duesKindId} className="flex max-w-md justify-between border-b border-line py-1">
            {nameOf(duesKindId)}
            <span className="figures">{formatYenDelta(receivedYen)}円</span>
          </li>
        ))}
      </ul>
    </section>
  )
}
