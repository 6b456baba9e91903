import { formatLocalDateShort } from '@sasaeai/domain/calendar/japanese-era'
import { parseDate } from '@sasaeai/domain/calendar/parse-date'
import { recordStocktakingSchema } from '@sasaeai/domain/goodwill-bank/stocktaking/stocktaking-input'
import { type CountedText, readTypedStocktaking } from '@sasaeai/domain/goodwill-bank/stocktaking/typed-stocktaking'
import { failureMessage } from '@sasaeai/domain/outcome/failure-message'
import { id } from '@sasaeai/domain/ids'
import { Button } from '@sasaeai/ui/button'
import { DateField } from '@sasaeai/ui/date-field'
import { EmptyState } from '@sasaeai/ui/empty-state'
import { ErrorSummary } from '@sasaeai/ui/error-summary'
import { LoadingSkeleton } from '@sasaeai/ui/loading-skeleton'
import { NoticeBanner } from '@sasaeai/ui/notice-banner'
import { PageHeader } from '@sasaeai/ui/page-header'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { type SubmitEvent, useState } from 'react'
import { newId } from '../../../app/new-id.ts'
import { PageError } from '../../../app/page-error.tsx'
import { readAnew } from '../../../app/read-anew.ts'
import { readTypedDate, today } from '../../../app/read-typed.ts'
import { faultMessage, queryClient, trpc } from '../../../app/trpc.ts'
import { moveOnByEnter } from '../move-on-by-enter.ts'
import { StocktakingLines } from './stocktaking-lines.tsx'

/** 棚卸: what was counted of every lot, beside what the books say; each difference with its reason. */
export function NewStocktakingPage() {
  const [countedOn, setCountedOn] = useState(() => formatLocalDateShort(today()))
  const day = parseDate(countedOn, { today: today() })
  const stock = useQuery({ ...trpc.goodwillBank.stock.queryOptions({ asOf: day.ok ? day.date : today() }), refetchOnWindowFocus: false })
  const [typed, setTyped] = useState<ReadonlyMap<string, CountedText>>(new Map())
  const { submit, problems, attempt, banner, isBusy } = useTakeStock({ countedOn, lots: stock.data ?? [], typed })
  const errorOf = (fieldId: string) => problems.find((problem) => problem.fieldId === fieldId)?.message
  return (
    <>
      <PageHeader title="棚卸を記録する" crumbs={[{ label: '棚卸と廃棄', href: '/admin/goodwill/stocktakings' }, { label: '記録' }]}
        description="数えた数量を入れます。帳簿と違う行だけ、理由を選びます。数えていない行は空けておきます。" />
      {stock.isError && stock.data === undefined && <PageError reset={() => void stock.refetch()} />}
      <form noValidate onSubmit={submit} onKeyDownCapture={moveOnByEnter} aria-label="棚卸" className="flex flex-col gap-6">
        <ErrorSummary errors={problems} attempt={attempt} />
        {banner !== undefined && <NoticeBanner tone="error" isLive title={banner} />}
        <DateField label="数えた日" requirement="required" id="countedOn" defaultValue={countedOn} read={readTypedDate} support="その日の終わりの在庫と比べます。" error={errorOf('countedOn')}
          onChange={(event) => setCountedOn(event.currentTarget.value)} />
        {stock.data === undefined && <LoadingSkeleton lines={8} />}
        {stock.data?.length === 0 && <EmptyState title="数える在庫はありません" icon="gift" />}
        {stock.data !== undefined && stock.data.length > 0 && (
          <>
            <StocktakingLines lots={stock.data} typed={typed} errorOf={errorOf} onType={(lotId, text) => setTyped((before) => new Map(before).set(lotId, text))} />
            <div><Button type="submit" variant="primary" isBusy={isBusy} busyLabel="記録しています">棚卸を記録する</Button></div>
          </>
        )}
      </form>
    </>
  )
}

type Lots = Parameters<typeof readTypedStocktaking>[0]['lots']

function useTakeStock({ countedOn, lots, typed }: { countedOn: string; lots: Lots; typed: ReadonlyMap<string, CountedText> }) {
  // Made when the page opens, so that an answer that was lost does not change the stock twice.
  const [actId] = useState(() => id<'GoodwillActId'>(newId()))
  const record = useMutation(trpc.goodwillBank.takeStock.mutationOptions())
  const navigate = useNavigate()
  const [attempt, setAttempt] = useState(0)
  const [problems, setProblems] = useState<readonly { fieldId: string; message: string }[]>([])
  const [banner, setBanner] = useState<string>()
  const send = async () => {
    const reading = readTypedStocktaking({ countedOn, lots, typed }, { today: today() })
    setAttempt((before) => before + 1)
    setProblems(reading.ok ? [] : reading.problems)
    setBanner(undefined)
    if (!reading.ok) return
    try {
      const outcome = await record.mutateAsync(recordStocktakingSchema.parse({ actId, ...reading.input }))
      if (!outcome.ok) return outcome.field === undefined ? setBanner(failureMessage(outcome)) : setProblems([{ fieldId: outcome.field, message: failureMessage(outcome) }])
      await readAnew(queryClient)
      return await navigate({ to: '/goodwill/acts/$actId', params: { actId: outcome.value.actId } })
    } catch (error) {
      return setBanner(faultMessage(error))
    }
  }
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault()
    if (!record.isPending) void send()
  }
  return { submit, problems, attempt, banner, isBusy: record.isPending }
}
