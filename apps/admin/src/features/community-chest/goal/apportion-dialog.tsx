import {
  apportionBases,
  apportionBasisNames,
  type ApportionBasis,
  apportionDepthNames,
  apportionDepths,
  apportionGoals,
} from '@sasaeai/domain/community-chest/goal/apportion-goals'
import { type GoalRow, type Goals, goalTree, sumOfMethods } from '@sasaeai/domain/community-chest/goal/goal-sheet'
import { type GoalSheetWire, goalsOfWire } from '@sasaeai/domain/community-chest/goal/goal-sheet-wire'
import { goalInText } from '@sasaeai/domain/community-chest/goal/typed-goals'
import { groupDigits } from '@sasaeai/domain/money/group-digits'
import { formatYen, yen } from '@sasaeai/domain/money/yen'
import { AmountField } from '@sasaeai/ui/amount-field'
import { Button } from '@sasaeai/ui/button'
import { Dialog } from '@sasaeai/ui/dialog'
import { RadioGroupField } from '@sasaeai/ui/radio-group-field'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { readTypedAmount } from '../../../app/read-typed.ts'
import { trpc } from '../../../app/trpc.ts'
import { goalText } from './use-goal-draft.ts'

interface ApportionDialogProps {
  readonly sheet: GoalSheetWire
  readonly tree: GoalRow
  /** The goals as typed so far: methods without a total keep theirs. */
  readonly goals: Goals
  readonly onApply: (goals: Goals) => void
  readonly onClose: () => void
}

/** 按分する: a total for each method, shared out over the areas. It goes into the grid and is looked at there before it is saved. */
export function ApportionDialog({ sheet, tree, goals, onApply, onClose }: ApportionDialogProps) {
  const { methods, areas, stepYen, campaignId } = sheet
  const before = useQuery(trpc.communityChest.goal.basis.queryOptions({ campaignId })).data
  const [texts, setTexts] = useState<readonly string[]>(() => tree.total.map((amount, place) => sharedText(amount, tree.own[place])))
  const [basis, setBasis] = useState<ApportionBasis>('households')
  const [depth, setDepth] = useState<(typeof apportionDepths)[number]>(1)
  const past = { households: null, goals: before?.goals ?? null, results: before?.results ?? null }[basis]
  const totals = texts.flatMap((text, place) => {
    const amount = goalInText(text)
    return amount === null || amount === 0 ? [] : [{ place, totalYen: yen(amount) }]
  })
  const isReadable = texts.every((text) => goalInText(text) !== null)
  const shared = apportionGoals(goals, { areas, depth, totals, stepYen, before: past === null ? null : goalsOfWire(past) })
  const offered = apportionBases.filter((each) => each === 'households' || (before?.[each]?.length ?? 0) > 0)
  return (
    <Dialog
      isOpen
      keepsOpen
      title="目標額を按分する"
      onClose={onClose}
      actions={
        <>
          <Button variant="quiet" onClick={onClose}>やめる</Button>
          <Button variant="primary" onClick={() => isReadable && totals.length > 0 && onApply(shared.goals)}>表に入れる</Button>
        </>
      }
    >
      <div className="flex flex-col gap-5">
        <p>募金方法ごとの総額を、{groupDigits(stepYen)}円単位で地域に分けます。1円も失われません。空けた方法は、いまのままにします。表に入れたあと、直してから保存できます。</p>
        <div className="grid gap-x-6 gap-y-4 sm:grid-cols-2">
          {methods.map(({ methodId, name }, place) => (
            <AmountField key={methodId} label={name} id={`total-${place}`} read={readTypedAmount} defaultValue={texts[place] ?? ''}
              onChange={(event) => setTexts(texts.with(place, event.currentTarget.value))} />
          ))}
        </div>
        <RadioGroupField label="分け方" name="basis" isRow defaultValue="households"
          options={offered.map((value) => ({ value, label: apportionBasisNames[value] }))}
          onChange={(event) => setBasis(offered.find((each) => each === event.currentTarget.value) ?? 'households')} />
        <RadioGroupField label="分ける先" name="depth" isRow defaultValue="1"
          options={apportionDepths.map((value) => ({ value: String(value), label: apportionDepthNames[value] }))}
          onChange={(event) => setDepth(event.currentTarget.value === '2' ? 2 : 1)} />
        {shared.unshared.length > 0 && (
          <p role="status" className="text-yellow-1100">
            {shared.unshared.map((place) => methods[place]?.name ?? '').join('・')}は、もとになる数がないため、市全体の行に入れます。
          </p>
        )}
        <Preview tree={goalTree(areas, methods.length, shared.goals)} />
      </div>
    </Dialog>
  )
}

/** What stands on the whole alone is not shared out unless somebody says so. */
function sharedText(total: number, onWhole = 0): string {
  return total > onWhole ? goalText(total) : ''
}

function Preview({ tree }: { tree: GoalRow }) {
  return (
    <div className="max-h-56 overflow-y-auto border-y border-line" tabIndex={0} role="region" aria-label="按分した結果">
      <table className="w-full text-(length:--text-cell)">
        <caption className="sr-only">按分した結果</caption>
        <tbody>
          <PreviewLine name={`${tree.area.name}全体（校区に分けない分）`} amount={sumOfMethods(tree.own)} />
          {tree.children.map(({ area, total }) => (
            <PreviewLine key={area.areaId} name={area.name} amount={sumOfMethods(total)} />
          ))}
          <PreviewLine name="合計" amount={sumOfMethods(tree.total)} isTotal />
        </tbody>
      </table>
    </div>
  )
}

function PreviewLine({ name, amount, isTotal = false }: { name: string; amount: number; isTotal?: boolean }) {
  return (
    <tr className={isTotal ? 'font-bold' : undefined}>
      <th scope="row" className="px-2 py-0.5 text-left font-normal">{name}</th>
      <td className="figures px-2 py-0.5 text-right">{formatYen(yen(amount))}円</td>
    </tr>
  )
}
