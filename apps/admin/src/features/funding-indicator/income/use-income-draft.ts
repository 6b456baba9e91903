import { firstDayOf, lastDayOf } from '@sasaeai/domain/calendar/fiscal-year'
import { formatFiscalYear } from '@sasaeai/domain/calendar/japanese-era'
import type { IncomeSheet } from '@sasaeai/domain/funding-indicator/income/income-sheet'
import {
  amountInCell, type CellGroup, outdatedCells, readTypedIncome, recordedCells, type SaidOfCells, type TypedIncome, usualSaid,
} from '@sasaeai/domain/funding-indicator/income/typed-income'
import { groupDigits } from '@sasaeai/domain/money/group-digits'
import { failureMessage } from '@sasaeai/domain/outcome/failure-message'
import { useToast } from '@sasaeai/ui/toast'
import { useMutation } from '@tanstack/react-query'
import { useEffect, useMemo, useState } from 'react'
import { readAnew } from '../../../app/read-anew.ts'
import { faultMessage, queryClient, trpc } from '../../../app/trpc.ts'
import { keepIncome, readKeptIncome } from './kept-income-draft.ts'

export interface IncomeDraft {
  readonly typed: TypedIncome
  readonly said: SaidOfCells
  readonly isSaving: boolean
  readonly problem: string | null
  /** Somebody else has changed what was typed over. */
  readonly isOutdated: boolean
  readonly textOf: (key: string) => string
  readonly type: (cells: readonly { readonly key: string; readonly text: string }[]) => void
  readonly say: (group: CellGroup, said: SaidOfCells[CellGroup]) => void
  readonly discard: () => void
  /** What was typed stays, now on top of what the other person has saved, which is then in sight. */
  readonly reload: () => Promise<void>
  readonly save: () => Promise<void>
}

/** What has been typed into the page of a year and not saved yet. Nothing typed is lost by a refusal or a reload. */
export function useIncomeDraft(sheet: IncomeSheet): IncomeDraft {
  const { fiscalYear } = sheet
  const recorded = useMemo(() => recordedCells(sheet), [sheet])
  const [typed, setTyped] = useState<TypedIncome>(() => readKeptIncome(fiscalYear))
  const [said, setSaid] = useState<SaidOfCells>(() => saidBefore(sheet))
  const [problem, setProblem] = useState<string | null>(null)
  const send = useMutation(trpc.income.save.mutationOptions())
  const toast = useToast()
  useEffect(() => keepIncome(fiscalYear, typed), [fiscalYear, typed])
  const textOf = (key: string) => typed[key]?.text ?? amountInCell(recorded.get(key)?.amountYen)
  const type: IncomeDraft['type'] = (cells) =>
    setTyped((before) => cells.reduce((next, { key, text }) => withCell(next, { key, text, recorded }), before))
  const save = async () => {
    setProblem(null)
    const read = readTypedIncome(typed, said)
    if (!read.ok) return focusCell(read.key)
    try {
      const outcome = await send.mutateAsync({ fiscalYear, totals: [...read.totals], figures: [...read.figures] })
      if (!outcome.ok) return setProblem(failureMessage(outcome))
      // First, or what was saved would look as if somebody else had changed it.
      setTyped({})
      await readAnew(queryClient)
      toast({ text: `${formatFiscalYear(fiscalYear)}の年額を保存しました（変更 ${groupDigits(outcome.value.saved)}か所）` })
    } catch (error) {
      setProblem(faultMessage(error))
    }
  }
  const reload = async () => {
    await readAnew(queryClient)
    const fresh = recordedCells(await queryClient.fetchQuery(trpc.income.sheet.queryOptions({ fiscalYear })))
    setTyped((before) => Object.fromEntries(Object.entries(before).map(([key, { text }]) => [key, { text, replacesId: fresh.get(key)?.id ?? null }])))
    setProblem(null)
  }
  const discard = () => {
    setTyped({})
    setProblem(null)
  }
  const say: IncomeDraft['say'] = (group, words) => setSaid((before) => ({ ...before, [group]: words }))
  return { typed, said, isSaving: send.isPending, problem, isOutdated: outdatedCells(typed, sheet).length > 0, textOf, type, say, discard, reload, save }
}

interface TypedOver {
  readonly key: string
  readonly text: string
  readonly recorded: ReturnType<typeof recordedCells>
}

/** A cell that says again what is recorded is no change. */
function withCell(before: TypedIncome, { key, text, recorded }: TypedOver): TypedIncome {
  const told = recorded.get(key)
  const others = Object.fromEntries(Object.entries(before).filter(([each]) => each !== key))
  if (text === amountInCell(told?.amountYen)) return others
  return { ...others, [key]: { text, replacesId: before[key] === undefined ? (told?.id ?? null) : before[key].replacesId } }
}

/** What the papers of the year were called last, or usually are. */
function saidBefore({ fiscalYear, lines, figures }: IncomeSheet): SaidOfCells {
  const usual = usualSaid({ name: formatFiscalYear(fiscalYear), firstDay: firstDayOf(fiscalYear), lastDay: lastDayOf(fiscalYear) })
  const last = (told: readonly (SaidOfCells[CellGroup] | null)[], otherwise: SaidOfCells[CellGroup]) => {
    const named = told.find((each) => each !== null && each.source !== '') ?? otherwise
    return { source: named.source, asOf: named.asOf }
  }
  return {
    budget: last(lines.map(({ budget }) => budget), usual.budget),
    settled: last(lines.map(({ settled }) => settled), usual.settled),
    figure: last(figures.map(({ told }) => told), usual.figure),
  }
}

/** The message of what cannot be read stands below its cell. */
function focusCell(key: string): void {
  document.getElementById(key)?.focus()
}
