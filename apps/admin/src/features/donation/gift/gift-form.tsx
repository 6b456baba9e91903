import { readTypedGift, type TypedGift, type TypedGiftProblem } from '@sasaeai/domain/donation/gift/typed-gift'
import type { Gift } from '@sasaeai/domain/donation/gift/gift-input'
import type { JournalEntryId } from '@sasaeai/domain/ids'
import { failureMessage, type FailureCode } from '@sasaeai/domain/outcome/failure-message'
import type { Failure, Outcome } from '@sasaeai/domain/outcome/outcome'
import { Button } from '@sasaeai/ui/button'
import { ErrorSummary } from '@sasaeai/ui/error-summary'
import { NoticeBanner } from '@sasaeai/ui/notice-banner'
import { TextLink } from '@sasaeai/ui/text-link'
import { useToast } from '@sasaeai/ui/toast'
import { type ReactNode, type SubmitEvent, useState } from 'react'
import { readAnew } from '../../../app/read-anew.ts'
import { faultMessage, queryClient } from '../../../app/trpc.ts'
import { useToday } from '../../../app/use-today.ts'
import type { LedgerGround } from '../../ledger/use-ground.ts'
import { GiftFields } from './gift-fields.tsx'
import { moveThroughGift } from './gift-keys.ts'

interface BookedGift {
  readonly id: JournalEntryId
  readonly entryNumber: number
}

interface GiftFormProps {
  readonly ground: LedgerGround
  readonly initial: TypedGift
  readonly onTyped?: (typed: TypedGift) => void
  /** Null where the act's own fields keep it from being sent. */
  readonly send: (gift: Gift) => Promise<Outcome<BookedGift, FailureCode> | null>
  readonly onBooked: (typed: TypedGift, booked: BookedGift) => void
  /** The same content as a gift of its own, where its id was booked with another one. */
  readonly onAnother?: (typed: TypedGift) => void
  readonly submitLabel: string
  /** Fields of the act itself, above those of the gift. */
  readonly children?: ReactNode
}

/** One sheet of a gift, at the desk or to put one right. Enter goes from field to field. */
export function GiftForm(props: GiftFormProps) {
  const { ground, initial, onTyped, onAnother, submitLabel, children } = props
  const [typed, setTyped] = useState(initial)
  const { submit, attempt, problems, banner, isOtherwise, isBusy } = useBooking(typed, props)
  const change = (part: Partial<TypedGift>) => {
    const changed = { ...typed, ...part }
    setTyped(changed)
    onTyped?.(changed)
  }
  const errorOf = (fieldId: string) => problems.find((problem) => problem.fieldId === fieldId)?.message
  return (
    <form noValidate onSubmit={submit} onKeyDownCapture={moveThroughGift} aria-label="寄附" className="flex flex-col gap-6">
      <ErrorSummary errors={problems} attempt={attempt} />
      {banner !== undefined && (
        <NoticeBanner tone="error" isLive title={banner}
          action={isOtherwise && onAnother && <Button size="small" onClick={() => onAnother(typed)}>別の寄附として続ける</Button>} />
      )}
      {children}
      <GiftFields {...{ ground, typed, errorOf }} onChange={change} />
      <div className="border-t border-line pt-6">
        <Button type="submit" variant="primary" isBusy={isBusy} busyLabel="記帳しています">{submitLabel}</Button>
      </div>
    </form>
  )
}

function useBooking(typed: TypedGift, { send, onBooked }: Pick<GiftFormProps, 'send' | 'onBooked'>) {
  const toast = useToast()
  const today = useToday()
  const [attempt, setAttempt] = useState(0)
  const [isBusy, setBusy] = useState(false)
  const [problems, setProblems] = useState<readonly TypedGiftProblem[]>([])
  const [failure, setFailure] = useState<Failure<FailureCode> | null>(null)
  const [fault, setFault] = useState<string>()
  const refuse = (refused: Failure<FailureCode>) =>
    refused.field === undefined ? setFailure(refused) : setProblems([{ fieldId: refused.field, message: failureMessage(refused) }])
  const book = async (gift: Gift) => {
    setBusy(true)
    try {
      const outcome = await send(gift)
      if (outcome === null) return undefined
      if (!outcome.ok) return refuse(outcome)
      const { id, entryNumber } = outcome.value
      // Messages live outside the router, so this is a plain link.
      toast({ text: `寄附を伝票 ${entryNumber}番に記帳しました`, action: <TextLink href={`/admin/donations/${id}`} className="text-white hover:text-white">寄附を見る</TextLink> })
      void readAnew(queryClient)
      return onBooked(typed, outcome.value)
    } catch (error) {
      return setFault(faultMessage(error))
    } finally {
      setBusy(false)
    }
  }
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault()
    // A second Enter while the first is on its way asks for nothing new.
    if (isBusy) return
    const reading = readTypedGift(typed, { today })
    setAttempt((before) => before + 1)
    setProblems(reading.ok ? [] : reading.problems)
    setFailure(null)
    setFault(undefined)
    if (reading.ok) void book(reading.gift)
  }
  const banner = fault ?? (failure === null ? undefined : failureMessage(failure))
  return { submit, attempt, problems, banner, isOtherwise: failure?.code === 'gift_posted_otherwise', isBusy }
}
