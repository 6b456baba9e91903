import type { GiverGift } from '@sasaeai/domain/online-giving/giver/giver-page'
import { TextLink } from '@sasaeai/ui/text-link'
import { dayInWords, inYen } from '../site/figures-in-words.ts'
import { withReadings } from '../site/readings.tsx'
import { useSite } from '../site/site-context.ts'
import { GiftDetailsForm } from './gift-details-form.tsx'
import { useMyWords } from './my-words.ts'

/** Every gift with its payments, the newest first. */
export function GiftHistory({ gifts, onChanged }: { gifts: readonly GiverGift[]; onChanged: () => Promise<void> }) {
  const words = useMyWords()
  return (
    <section aria-labelledby="gifts" className="mt-10">
      <h2 id="gifts" className="border-b-2 border-line pb-1 text-[1.25rem] font-bold">{withReadings(words.gifts)}</h2>
      <ul>{gifts.map((gift) => <GiftLine key={gift.giftId} gift={gift} onChanged={onChanged} />)}</ul>
    </section>
  )
}

function GiftLine({ gift, onChanged }: { gift: GiverGift; onChanged: () => Promise<void> }) {
  const words = useMyWords()
  const { words: siteWords } = useSite()
  const { title, state, amountYen, payments, voucherUrl, giverKind, kind } = gift
  return (
    <li className="border-b border-line-faint py-3">
      <h3 lang="ja" className="font-bold">{title}</h3>
      {state === 'awaiting' && (
        <p className="flex flex-wrap items-center gap-x-4">
          <span>{withReadings(words.awaiting)}</span><span className="figures">{withReadings(inYen(siteWords, amountYen))}</span>
          {voucherUrl !== '' && <TextLink href={voucherUrl} className="inline-flex min-h-11 items-center"><span>{withReadings(words.voucher)}</span></TextLink>}
        </p>
      )}
      <ul className="mt-1">
        {payments.map(({ paidOn, amountYen: paidYen, refundedYen }, place) => (
          <li key={`${paidOn} ${place}`} className="flex flex-wrap justify-between gap-x-6">
            <span className="text-ink-sub">{withReadings(dayInWords(siteWords, paidOn))}</span>
            <span><span className="figures">{withReadings(inYen(siteWords, paidYen))}</span>{refundedYen > 0 && <span className="ml-2 text-[0.9375rem]">（{withReadings(words.refunded(inYen(siteWords, refundedYen)))}）</span>}</span>
          </li>
        ))}
      </ul>
      {giverKind !== 'anonymous' && kind !== 'campaign' && <GiftDetailsForm gift={gift} onChanged={onChanged} />}
    </li>
  )
}
