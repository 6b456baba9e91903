import { Button } from '@sasaeai/ui/button'
import { TextField } from '@sasaeai/ui/text-field'
import { useRef } from 'react'
import { inYen } from '../site/figures-in-words.ts'
import { withReadings, withoutReadings } from '../site/readings.tsx'
import { amountOfDraft } from './amount-of-draft.ts'
import { type GiftForm, mistakeOf } from './step-frame.tsx'

/** 口数 of dues: typed, or counted up and down by thumb, with what it comes to. */
export function UnitsField({ form }: { form: GiftForm }) {
  const { draft, target, front, words, siteWords, change } = form
  const { amount: say } = words
  const box = useRef<HTMLInputElement>(null)
  const amount = amountOfDraft(draft, target, front)
  const count = (step: number) => {
    const units = String(Math.max(1, (amount.ok ? (amount.units ?? 1) : 1) + step))
    if (box.current !== null) box.current.value = units
    change({ units })
  }
  return (
    <div>
      <div className="flex flex-wrap items-end gap-3">
        <TextField id="units" ref={box} label={withReadings(say.units)} unit={withReadings(say.unitWord)} width="tiny" inputMode="numeric" autoComplete="off"
          support={withReadings(say.unitsSupport(inYen(siteWords, target.dues?.unitYen ?? 0)))} error={mistakeOf(form, 'units')} defaultValue={draft.units}
          onChange={({ currentTarget }) => change({ units: currentTarget.value })} />
        <Button icon="minus" aria-label={withoutReadings(say.less)} onClick={() => count(-1)}>1</Button>
        <Button icon="plus" aria-label={withoutReadings(say.more)} onClick={() => count(1)}>1</Button>
      </div>
      <output htmlFor="units" className="mt-2 block min-h-[1.7em]">
        {amount.ok && <>{withReadings(say.total)} <strong className="figures text-[1.25rem]">{withReadings(inYen(siteWords, amount.amountYen))}</strong></>}
      </output>
    </div>
  )
}
