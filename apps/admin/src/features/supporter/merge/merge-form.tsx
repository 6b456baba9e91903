import { id } from '@sasaeai/domain/ids'
import { supporterDetailsSchema } from '@sasaeai/domain/supporter/supporter-details'
import { Button } from '@sasaeai/ui/button'
import { ConfirmDialog } from '@sasaeai/ui/confirm-dialog'
import { RadioGroupField } from '@sasaeai/ui/radio-group-field'
import { TextField } from '@sasaeai/ui/text-field'
import { useMutation } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { newId } from '../../../app/new-id.ts'
import { trpc } from '../../../app/trpc.ts'
import { useRunCommand } from '../../../app/use-run-command.ts'
import type { ComparedSide } from './compare-page.tsx'
import { type ComparedField, comparedFieldNames, comparedFields, differingFields } from './compared-fields.ts'

type Side = 'first' | 'second'
type Sides = Readonly<Record<Side, ComparedSide>>

interface MergeFormProps {
  readonly first: ComparedSide
  readonly second: ComparedSide
  readonly onReload: () => void
}

/** Which record goes on, and what of each field is kept. */
export function MergeForm({ first, second, onReload }: MergeFormProps) {
  const sides: Sides = { first, second }
  const [survivor, setSurvivor] = useState<Side>(first.number <= second.number ? 'first' : 'second')
  const [chosen, setChosen] = useState<Partial<Record<ComparedField, Side>>>({})
  const [reason, setReason] = useState('')
  const [asks, setAsks] = useState(false)
  const { merge, isBusy } = useMerging(onReload)
  const sideOf = (field: ComparedField): Side => chosen[field] ?? usualSide(field, sides, survivor)
  const details = Object.fromEntries(comparedFieldNames.map((field) => [field, sides[sideOf(field)][field]]))
  const gone = sides[otherThan(survivor)]
  const act = async () => {
    await merge({ survivor: sides[survivor], merged: gone, details: supporterDetailsSchema.parse(details), reason })
    setAsks(false)
  }
  return (
    <section aria-labelledby="merge-fields" className="flex flex-col gap-6 print-hidden">
      <h2 id="merge-fields" className="text-[1.125rem] font-bold">残すものを選ぶ</h2>
      <RadioGroupField label="残す登録" name="survivor" isRow defaultValue={survivor} options={(['first', 'second'] as const).map((side) => ({ value: side, label: `番号 ${sides[side].number}　${sides[side].name}` }))}
        support="この番号が残ります。もう一方の番号で探しても、この登録が見つかります。" onChange={(event) => setSurvivor(event.currentTarget.value === 'second' ? 'second' : 'first')} />
      {differingFields(first, second).map((field) => (
        <RadioGroupField key={`${field} ${sideOf(field)}`} label={comparedFields[field].label} name={field} isRow defaultValue={sideOf(field)}
          options={(['first', 'second'] as const).map((side) => ({ value: side, label: comparedFields[field].shown(sides[side]) || '（空欄）' }))}
          onChange={(event) => setChosen({ ...chosen, [field]: event.currentTarget.value === 'second' ? 'second' : 'first' })} />
      ))}
      <TextField label="メモ" requirement="optional" support="例：電話で本人に確認" maxLength={300} onChange={(event) => setReason(event.currentTarget.value)} />
      <div>
        <Button variant="primary" onClick={() => setAsks(true)}>名寄せする</Button>
      </div>
      <ConfirmDialog isOpen={asks} onClose={() => setAsks(false)} onConfirm={() => void act()} isBusy={isBusy} confirmLabel="名寄せする"
        title={`番号 ${gone.number}を番号 ${sides[survivor].number}にまとめますか？`}>
        <p>
          入金・領収書・会員・接触の記録など、番号 {gone.number}のものはすべて番号 {sides[survivor].number}のものになります。伝票や領収書そのものは変わらず、合計も変わりません。名寄せは、あとから取り消せます。
        </p>
      </ConfirmDialog>
    </section>
  )
}

function otherThan(side: Side): Side {
  return side === 'first' ? 'second' : 'first'
}

/** What the surviving record says, unless it says nothing. */
function usualSide(field: ComparedField, sides: Sides, survivor: Side): Side {
  return comparedFields[field].shown(sides[survivor]) === '' ? otherThan(survivor) : survivor
}

interface Merging {
  readonly survivor: ComparedSide
  readonly merged: ComparedSide
  readonly details: ReturnType<typeof supporterDetailsSchema.parse>
  readonly reason: string
}

function useMerging(onReload: () => void) {
  const merging = useMutation(trpc.supporter.merge.merge.mutationOptions())
  const run = useRunCommand()
  const navigate = useNavigate()
  // One id for the page, however often the button is pressed: a lost answer merges once.
  const [mergeId] = useState(() => id<'SupporterMergeId'>(newId()))
  const merge = async ({ survivor, merged, details, reason }: Merging) => {
    const isDone = await run(() => merging.mutateAsync({
      mergeId, survivorId: survivor.supporterId, survivorRevision: survivor.revision,
      mergedId: merged.supporterId, mergedRevision: merged.revision, details, reason,
    }), { done: `番号 ${merged.number}を番号 ${survivor.number}にまとめました` })
    if (isDone) await navigate({ to: '/supporters/$supporterId', params: { supporterId: survivor.supporterId } })
    else onReload()
  }
  return { merge, isBusy: merging.isPending }
}
