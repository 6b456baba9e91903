import { parseAmount } from '@sasaeai/domain/money/parse-amount'
import type { GiverGift, GiverPage } from '@sasaeai/domain/online-giving/giver/giver-page'
import { uuidV7 } from '@sasaeai/domain/uuid-v7'
import { Button } from '@sasaeai/ui/button'
import { TextField } from '@sasaeai/ui/text-field'
import { useEffect, useRef, useState } from 'react'
import { inYen } from '../site/figures-in-words.ts'
import { withReadings, withoutReadings } from '../site/readings.tsx'
import { siteApi } from '../site/site-api.ts'
import { useSite } from '../site/site-context.ts'
import type { MonthlyChangeKind } from './monthly-gift.tsx'
import { useMyWords } from './my-words.ts'
import { RefusalNotice, type Refused } from './refusal-notice.tsx'

interface ConfirmProps {
  readonly kind: MonthlyChangeKind
  readonly gift: GiverGift
  readonly bounds: Pick<GiverPage, 'minimumYen' | 'maximumYen'>
  readonly onChanged: () => Promise<void>
  readonly onClose: (wasDone: boolean) => void
}

/** Says what a change means before it is made; in the page itself, where nobody has to find a way out of it. */
export function ConfirmMonthlyChange({ kind, gift, bounds, onChanged, onClose }: ConfirmProps) {
  const words = useMyWords()
  const { words: siteWords } = useSite()
  const [isBusy, setIsBusy] = useState(false)
  const [mistake, setMistake] = useState(false)
  const [refused, setRefused] = useState<Refused | null>(null)
  const [amount, setAmount] = useState(String(gift.recurring?.amountYen ?? ''))
  const head = useRef<HTMLHeadingElement>(null)
  // Pressed twice it is one change.
  const [changeId] = useState(() => uuidV7(Date.now(), crypto.getRandomValues(new Uint8Array(10))))
  useEffect(() => head.current?.focus(), [])
  const { title, body, act } = words.confirm[kind]
  const send = async (amountYen: number) => {
    setIsBusy(true)
    try {
      const answer = await siteApi.changeRecurring({ giftId: gift.giftId, changeId, change: kind === 'amount' ? { kind, amountYen } : { kind } })
      if (answer.ok) {
        await onChanged()
        return onClose(true)
      }
      setRefused(answer)
    } catch {
      setRefused('lost')
    }
    setIsBusy(false)
  }
  const confirm = () => {
    if (isBusy) return
    if (kind !== 'amount') return void send(0)
    const typed = parseAmount(amount)
    const isWrong = !typed.ok || typed.yen < bounds.minimumYen || typed.yen > bounds.maximumYen
    setMistake(isWrong)
    if (isWrong) return document.getElementById('newAmount')?.focus()
    void send(typed.yen)
  }
  return (
    <section className="mt-4 rounded-8 bg-surface-sub px-4 py-4">
      <h4 ref={head} tabIndex={-1} className="font-bold">{withReadings(title)}</h4>
      <p className="mt-1">{withReadings(body)}</p>
      {kind === 'amount' && (
        <TextField id="newAmount" className="mt-4" label={withReadings(words.newAmount)} width="short" inputMode="numeric" autoComplete="off" defaultValue={amount}
          error={mistake ? withReadings(words.amountMistake(inYen(siteWords, bounds.minimumYen), inYen(siteWords, bounds.maximumYen))) : undefined}
          onChange={({ currentTarget }) => setAmount(currentTarget.value)} />
      )}
      <div className="mt-4 flex flex-col gap-4">
        <RefusalNotice refused={refused} />
        <div className="flex flex-wrap gap-3">
          <Button variant={kind === 'end' ? 'danger' : 'primary'} isBusy={isBusy} busyLabel={withoutReadings(words.saving)} onClick={confirm}>{withReadings(act)}</Button>
          <Button onClick={() => onClose(false)}>{withReadings(words.never)}</Button>
        </div>
      </div>
    </section>
  )
}
