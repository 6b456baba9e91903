import { type TypedDepositProblem, readTypedDeposit, type TypedDeposit } from '@sasaeai/domain/goodwill-bank/deposit/typed-deposit'
import { failureMessage } from '@sasaeai/domain/outcome/failure-message'
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
import { moveOnByEnter } from '../move-on-by-enter.ts'
import { DepositHeadFields } from './deposit-head-fields.tsx'
import { DepositLines } from './deposit-lines.tsx'
import { DepositMoneyFields } from './deposit-money-fields.tsx'
import type { GoodsItem, Purpose } from './new-deposit-page.tsx'

interface DepositFormProps {
  readonly ground: LedgerGround
  readonly items: readonly GoodsItem[]
  readonly purposes: readonly Purpose[]
  readonly initial: TypedDeposit
  /** With every key, so that the browser keeps it. */
  readonly onTyped: (typed: TypedDeposit) => void
  readonly onRecorded: (typed: TypedDeposit) => void
}

/** One sheet: who and when, what of each item, money, and the button that records it. */
export function DepositForm({ ground, items, purposes, initial, onTyped, onRecorded }: DepositFormProps) {
  const [typed, setTyped] = useState(initial)
  const { submit, attempt, problems, banner, isBusy } = useRecordDeposit(typed, { items, onRecorded })
  const change = (part: Partial<TypedDeposit>) => {
    const changed = { ...typed, ...part }
    setTyped(changed)
    onTyped(changed)
  }
  const errorOf = (fieldId: string) => problems.find((problem) => problem.fieldId === fieldId)?.message
  return (
    <form noValidate onSubmit={submit} onKeyDownCapture={moveOnByEnter} aria-label="預託の受付" className="flex flex-col gap-8">
      <ErrorSummary errors={problems} attempt={attempt} />
      {banner !== undefined && <NoticeBanner tone="error" isLive title={banner} />}
      <DepositHeadFields {...{ purposes, typed, errorOf }} onChange={change} />
      <DepositLines {...{ items, typed, errorOf }} onChange={change} />
      <DepositMoneyFields {...{ ground, purposes, typed, errorOf }} onChange={change} />
      <div>
        <Button type="submit" variant="primary" isBusy={isBusy} busyLabel="記録しています">預託を記録する</Button>
      </div>
    </form>
  )
}

/** What a part of the sheet needs. */
export interface SheetPart {
  readonly typed: TypedDeposit
  readonly onChange: (part: Partial<TypedDeposit>) => void
  readonly errorOf: (fieldId: string) => string | undefined
}

function useRecordDeposit(typed: TypedDeposit, { items, onRecorded }: Pick<DepositFormProps, 'items' | 'onRecorded'>) {
  const record = useMutation(trpc.goodwillBank.deposit.mutationOptions())
  const toast = useToast()
  const today = useToday()
  const [attempt, setAttempt] = useState(0)
  const [problems, setProblems] = useState<readonly TypedDepositProblem[]>([])
  const [banner, setBanner] = useState<string>()
  const send = async () => {
    const reading = readTypedDeposit(typed, { today, items })
    setAttempt((before) => before + 1)
    setProblems(reading.ok ? [] : reading.problems)
    setBanner(undefined)
    if (!reading.ok) return
    try {
      const outcome = await record.mutateAsync(reading.input)
      if (!outcome.ok) return outcome.field === undefined ? setBanner(failureMessage(outcome)) : setProblems([{ fieldId: outcome.field, message: failureMessage(outcome) }])
      const { actId, name } = outcome.value
      // Messages live outside the router, so this is a plain link.
      toast({ text: `${name}として記録しました`, action: <TextLink href={`/admin/goodwill/acts/${actId}`} className="text-white hover:text-white">記録を見る</TextLink> })
      void readAnew(queryClient)
      window.scrollTo({ top: 0 })
      return onRecorded(typed)
    } catch (error) {
      return setBanner(faultMessage(error))
    }
  }
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault()
    // A second Enter while the first is on its way asks for nothing new.
    if (!record.isPending) void send()
  }
  return { submit, attempt, problems, banner, isBusy: record.isPending }
}
