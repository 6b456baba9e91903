import { parseAmount } from '@sasaeai/domain/money/parse-amount'
import { TextField } from '@sasaeai/ui/text-field'
import { inYen } from '../site/figures-in-words.ts'
import { withReadings } from '../site/readings.tsx'
import { amountOfDraft, boundsOf, isCounted, offersOnlyTyping } from './amount-of-draft.ts'
import { ChoiceTiles } from './choice-tiles.tsx'
import type { GiftDraft } from './gift-draft.ts'
import { type GiftForm, mistakeOf } from './step-frame.tsx'
import { UnitsField } from './units-field.tsx'

/** 回数と金額. */
export function AmountStep({ form }: { form: GiftForm }) {
  const { draft, target, words, siteWords, link, change } = form
  const { amount: say } = words
  const { dues } = target
  return (
    <>
      {target.lead !== '' && <p lang="ja" className="whitespace-pre-line">{target.lead}</p>}
      {dues !== null && <p className="font-bold">{withReadings(say.duesYear(siteWords.fiscalYear(dues.fiscalYear)))}</p>}
      {link !== null && link.areaName !== null && <p className="rounded-8 bg-surface-sub px-4 py-3">{withReadings(say.countsFor(link.areaName))}</p>}
      {target.allowsMonthly && (
        <ChoiceTiles id="frequency" isList label={withReadings(say.frequency)} value={draft.frequency} onChoose={(value) => change({ frequency: value === 'monthly' ? 'monthly' : 'once' })}
          tiles={[{ value: 'once', label: withReadings(say.once) }, { value: 'monthly', label: withReadings(say.monthly), support: withReadings(say.monthlySupport) }]} />
      )}
      {isCounted(target) ? <UnitsField form={form} /> : <FreeAmount form={form} />}
    </>
  )
}

/** Amount buttons, and a box for any other amount. */
function FreeAmount({ form }: { form: GiftForm }) {
  const { draft, target, words, siteWords, change } = form
  const { amount: say } = words
  const isTyped = draft.choice === 'other' || offersOnlyTyping(target)
  return (
    <>
      {!offersOnlyTyping(target) && (
        <ChoiceTiles id="choice" label={withReadings(draft.frequency === 'monthly' && target.allowsMonthly ? say.chooseMonthly : say.choose)} error={mistakeOf(form, 'choice')}
          value={draft.choice === null ? null : String(draft.choice)} onChoose={(value) => change({ choice: chosen(value) })}
          tiles={[...target.suggestedYen.map((yen) => ({ value: String(yen), label: withReadings(inYen(siteWords, yen)) })), { value: 'other', label: withReadings(say.other) }]} />
      )}
      {isTyped && <TypedAmount form={form} />}
    </>
  )
}

function chosen(value: string): GiftDraft['choice'] {
  return value === 'other' ? 'other' : Number(value)
}

/** An amount typed in any width, said back in full while it is typed. */
function TypedAmount({ form }: { form: GiftForm }) {
  const { draft, target, front, words, siteWords, change } = form
  const { amount: say } = words
  const { least, most } = boundsOf(target, front)
  const amount = amountOfDraft(draft, target, front)
  const typed = parseAmount(draft.otherAmount)
  const support = target.dues === null ? say.otherSupport(inYen(siteWords, least), inYen(siteWords, most)) : say.duesFreeSupport(inYen(siteWords, least))
  return (
    <div>
      <TextField id="otherAmount" label={withReadings(offersOnlyTyping(target) ? say.choose : say.other)} width="medium" inputMode="numeric" autoComplete="off"
        className="text-[1.0625rem]" support={withReadings(support)} error={mistakeOf(form, 'otherAmount')} defaultValue={draft.otherAmount}
        onChange={({ currentTarget }) => change({ otherAmount: currentTarget.value })} />
      <output htmlFor="otherAmount" className="mt-1.5 block min-h-[1.7em]">
        {typed.ok && <>{withReadings(say.understood)} <strong className="figures">{withReadings(inYen(siteWords, amount.ok ? amount.amountYen : typed.yen))}</strong></>}
      </output>
    </div>
  )
}
