import type { GiverGift, GiverPage, GiverRecurring } from '@sasaeai/domain/online-giving/giver/giver-page'
import { Button } from '@sasaeai/ui/button'
import { StatusChip, type ChipTone } from '@sasaeai/ui/status-chip'
import { TextLink } from '@sasaeai/ui/text-link'
import { useRef, useState } from 'react'
import { dayInWords, inYen } from '../site/figures-in-words.ts'
import { withReadings } from '../site/readings.tsx'
import { useSite } from '../site/site-context.ts'
import { SiteNotice } from '../site/site-notice.tsx'
import { ConfirmMonthlyChange } from './confirm-monthly-change.tsx'
import { useMyWords } from './my-words.ts'

export type MonthlyChangeKind = 'amount' | 'pause' | 'resume' | 'end'

interface MonthlyGiftProps {
  readonly gift: GiverGift
  readonly bounds: Pick<GiverPage, 'minimumYen' | 'maximumYen'>
  readonly onChanged: () => Promise<void>
}

const tones: Readonly<Record<GiverRecurring['state'], ChipTone>> = { active: 'success', paused: 'neutral', past_due: 'warning', ended: 'neutral' }

/** A gift that goes on every month: how it stands, and what its giver may change. */
export function MonthlyGift({ gift, bounds, onChanged }: MonthlyGiftProps) {
  const words = useMyWords()
  const { words: siteWords } = useSite()
  const [wanted, setWanted] = useState<MonthlyChangeKind | null>(null)
  const [isDone, setIsDone] = useState(false)
  const head = useRef<HTMLHeadingElement>(null)
  const { recurring } = gift
  if (recurring === null) return null
  const close = (wasDone: boolean) => {
    setWanted(null)
    setIsDone(wasDone)
    head.current?.focus()
  }
  return (
    <article aria-label={gift.title} className="mt-4 rounded-12 border border-line px-5 py-5">
      <h3 ref={head} tabIndex={-1} lang="ja" className="text-[1.125rem] font-bold">{gift.title}</h3>
      <p className="mt-1 flex flex-wrap items-center gap-x-4 gap-y-1">
        <strong className="figures text-[1.25rem]">{withReadings(words.perMonth(inYen(siteWords, recurring.amountYen)))}</strong>
        <StatusChip tone={tones[recurring.state]}>{withReadings(words.states[recurring.state])}</StatusChip>
        {recurring.state === 'active' && recurring.nextOn !== null && <span>{withReadings(words.nextOn(dayInWords(siteWords, recurring.nextOn)))}</span>}
      </p>
      {recurring.state === 'past_due' && (
        <SiteNotice className="mt-3" tone="warning" title={withReadings(words.monthFailed)} action={<TextLink href={`/give/${gift.slug}`} className="inline-flex min-h-11 items-center"><span>{withReadings(words.giveAgain)}</span></TextLink>}>
          {withReadings(words.monthFailedHow)}
        </SiteNotice>
      )}
      <p role="status" className="empty:hidden mt-2">{recurring.isChanging ? withReadings(words.changing) : isDone ? withReadings(words.done) : ''}</p>
      {wanted === null && <ChangeButtons state={recurring.state} onWant={setWanted} />}
      {wanted !== null && <ConfirmMonthlyChange key={wanted} kind={wanted} gift={gift} bounds={bounds} onChanged={onChanged} onClose={close} />}
    </article>
  )
}

function ChangeButtons({ state, onWant }: { state: GiverRecurring['state']; onWant: (kind: MonthlyChangeKind) => void }) {
  const words = useMyWords()
  if (state === 'ended') return null
  const kinds: readonly MonthlyChangeKind[] = state === 'paused' ? ['resume', 'end'] : ['amount', 'pause', 'end']
  const names = { amount: words.changeAmount, pause: words.pause, resume: words.resume, end: words.end }
  return <div className="mt-4 flex flex-wrap gap-3">{kinds.map((kind) => <Button key={kind} onClick={() => onWant(kind)}>{withReadings(names[kind])}</Button>)}</div>
}
