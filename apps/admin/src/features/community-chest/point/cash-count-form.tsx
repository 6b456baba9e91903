import { readTypedCashCount, type TypedCashCount, type TypedCountProblem } from '@sasaeai/domain/community-chest/point/typed-cash-count'
import { failureMessage, type FailureCode } from '@sasaeai/domain/outcome/failure-message'
import type { Failure } from '@sasaeai/domain/outcome/outcome'
import { Button } from '@sasaeai/ui/button'
import { ErrorSummary } from '@sasaeai/ui/error-summary'
import { NoticeBanner } from '@sasaeai/ui/notice-banner'
import { TextLink } from '@sasaeai/ui/text-link'
import { useToast } from '@sasaeai/ui/toast'
import { useMutation } from '@tanstack/react-query'
import { type SubmitEvent, useState } from 'react'
import { readAnew } from '../../../app/read-anew.ts'
import { faultMessage, queryClient, trpc } from '../../../app/trpc.ts'
import { useToday } from '../../../app/use-today.ts'
import type { LedgerGround } from '../../ledger/use-ground.ts'
import { CountHeadFields, type CollectionPoint } from './count-head-fields.tsx'
import { moveByKeys } from './count-keys.ts'
import { PiecesSheet } from './pieces-sheet.tsx'

interface CashCountFormProps {
  readonly ground: LedgerGround
  readonly points: readonly CollectionPoint[]
  readonly initial: TypedCashCount
  readonly isNext: boolean
  /** With every key, so that the browser keeps it. */
  readonly onTyped: (typed: TypedCashCount) => void
  readonly onPosted: (typed: TypedCashCount) => void
  /** The same content as a count of its own. */
  readonly onAnother: (typed: TypedCashCount) => void
}

/** One sheet: head, pieces, sum, and the button that books it. Ten-key and Enter alone suffice. */
export function CashCountForm({ ground, points, initial, isNext, onTyped, onPosted, onAnother }: CashCountFormProps) {
  const [typed, setTyped] = useState(initial)
  const { submit, attempt, problems, banner, isPostedOtherwise, isBusy } = usePostCount(typed, onPosted)
  const change = (part: Partial<TypedCashCount>) => {
    const changed = { ...typed, ...part }
    setTyped(changed)
    onTyped(changed)
  }
  const errorOf = (fieldId: string) => problems.find((problem) => problem.fieldId === fieldId)?.message
  return (
    <form noValidate onSubmit={submit} onKeyDownCapture={moveByKeys} aria-label="金種計数" className="flex flex-col gap-6 print-hidden">
      <ErrorSummary errors={problems} attempt={attempt} />
      {banner !== undefined && (
        <NoticeBanner tone="error" isLive title={banner}
          action={isPostedOtherwise && <Button size="small" onClick={() => onAnother(typed)}>別の計数として続ける</Button>} />
      )}
      <div className="grid gap-x-12 gap-y-6 xl:grid-cols-[minmax(0,1fr)_auto]">
        <CountHeadFields {...{ ground, points, typed, errorOf, isNext }} onChange={change} />
        <div className="flex min-w-0 flex-col gap-4 xl:w-md">
          <PiecesSheet typed={typed} errorOf={errorOf} onType={(pieces) => change({ pieces })} />
          <div>
            <Button type="submit" variant="primary" isBusy={isBusy} busyLabel="記帳しています">記帳する</Button>
          </div>
        </div>
      </div>
    </form>
  )
}

function usePostCount(typed: TypedCashCount, onPosted: (typed: TypedCashCount) => void) {
  const post = useMutation(trpc.communityChest.point.postCount.mutationOptions())
  const toast = useToast()
  const today = useToday()
  const [attempt, setAttempt] = useState(0)
  const [problems, setProblems] = useState<readonly TypedCountProblem[]>([])
  const [failure, setFailure] = useState<Failure<FailureCode> | null>(null)
  const [fault, setFault] = useState<string>()
  const send = async () => {
    const reading = readTypedCashCount(typed, { today })
    setAttempt((before) => before + 1)
    setProblems(reading.ok ? [] : reading.problems)
    setFailure(null)
    setFault(undefined)
    if (!reading.ok) return
    try {
      const outcome = await post.mutateAsync(reading.input)
      if (!outcome.ok) {
        if (outcome.field === undefined) return setFailure(outcome)
        return setProblems([{ fieldId: outcome.field, message: failureMessage(outcome) }])
      }
      const { id, entryNumber } = outcome.value
      // Messages live outside the router, so this is a plain link.
      toast({ text: `伝票 ${entryNumber}番に記帳しました`, action: <TextLink href={`/admin/entries/${id}`} className="text-white hover:text-white">伝票を見る</TextLink> })
      void readAnew(queryClient)
      return onPosted(typed)
    } catch (error) {
      return setFault(faultMessage(error))
    }
  }
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault()
    // A second Enter while the first is on its way asks for nothing new.
    if (!post.isPending) void send()
  }
  const banner = fault ?? (failure === null ? undefined : failureMessage(failure))
  return { submit, attempt, problems, banner, isPostedOtherwise: failure?.code === 'cash_count_posted_otherwise', isBusy: post.isPending }
}
