import { type GrantApplicationId, type GrantCallId } from '@sasaeai/domain/ids'
import { amountRefusalMessage, parseAmount } from '@sasaeai/domain/money/parse-amount'
import { formatYen, type Yen } from '@sasaeai/domain/money/yen'
import { failureMessage } from '@sasaeai/domain/outcome/failure-message'
import { useToast } from '@sasaeai/ui/toast'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { readAnew } from '../../../app/read-anew.ts'
import { faultMessage, queryClient, trpc } from '../../../app/trpc.ts'
import type { GrantApplication } from '../call/grant-call-page.tsx'

interface TypedDecision {
  readonly awarded: string
  readonly reason: string
}

export interface DecisionDraft {
  readonly textOf: (application: GrantApplication) => TypedDecision
  readonly type: (application: GrantApplication, change: Partial<TypedDecision>) => void
  /** How many applications were typed into and differ from what is recorded. */
  readonly changed: number
  /** The sum of what stands in the grid, in yen; what cannot be read counts as nothing. */
  readonly awardedYen: number
  readonly isSaving: boolean
  readonly problem: string | null
  save(committeeId: string): Promise<void>
}

/** What has been typed into the grid of decisions and not saved yet; a refusal leaves it standing. */
export function useDecisionDraft(callId: GrantCallId, applications: readonly GrantApplication[]): DecisionDraft {
  const [typed, setTyped] = useState<ReadonlyMap<GrantApplicationId, TypedDecision>>(new Map())
  const [problem, setProblem] = useState<string | null>(null)
  const send = useMutation(trpc.grant.committee.decide.mutationOptions())
  const toast = useToast()
  const textOf = (application: GrantApplication) => typed.get(application.applicationId) ?? recordedText(application)
  const changed = applications.filter((application) => isChanged(textOf(application), recordedText(application)))
  const save = async (committeeId: string) => {
    setProblem(null)
    if (changed.length === 0) return toast({ text: '変更された決定はありません' })
    const decisions = []
    for (const application of changed) {
      const { awarded, reason } = textOf(application)
      const awardedYen = readAward(awarded)
      if (typeof awardedYen === 'string') return setProblem(`第${application.number}号の決定額：${awardedYen}`)
      decisions.push({ applicationId: application.applicationId, revision: application.decision?.revision ?? null, awardedYen, reason })
    }
    try {
      const outcome = await send.mutateAsync({ callId, committeeId, decisions })
      if (!outcome.ok) return setProblem(failureMessage(outcome))
      await readAnew(queryClient)
      return toast({ text: `${outcome.value.saved}件の決定を保存しました` })
    } catch (error) {
      return setProblem(faultMessage(error))
    }
  }
  return {
    textOf,
    type: (application, change) => setTyped((before) => new Map(before).set(application.applicationId, { ...textOf(application), ...change })),
    changed: changed.length,
    awardedYen: applications.reduce((sum, application) => sum + standingYen(textOf(application)), 0),
    isSaving: send.isPending,
    problem,
    save,
  }
}

function isChanged(now: TypedDecision, recorded: TypedDecision): boolean {
  return now.awarded.trim() !== recorded.awarded || now.reason !== recorded.reason
}

/** The amount, null for an empty field, or what is wrong with it. */
function readAward(text: string): Yen | null | string {
  if (text.trim() === '') return null
  const amount = parseAmount(text)
  return amount.ok ? amount.yen : amountRefusalMessage(amount.reason)
}

function standingYen({ awarded }: TypedDecision): number {
  const read = readAward(awarded)
  return typeof read === 'number' ? read : 0
}

function recordedText({ decision }: GrantApplication): TypedDecision {
  return decision === null ? { awarded: '', reason: '' } : { awarded: formatYen(decision.awardedYen), reason: decision.reason }
}
