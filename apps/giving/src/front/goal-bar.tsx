import type { GivingProgress } from '@sasaeai/domain/online-giving/gift/giving-front'
import { inYen } from '../site/figures-in-words.ts'
import { withReadings } from '../site/readings.tsx'
import { useSite } from '../site/site-context.ts'

/** How much has come in, and how far that is on the way to the goal; without a goal, the amount alone. */
export function GoalBar({ progress: { collectedYen, targetYen } }: { progress: GivingProgress }) {
  const { words } = useSite()
  const { front: say } = words
  if (targetYen === null || targetYen === 0) {
    if (collectedYen <= 0) return null
    return <p className="text-[0.9375rem]">{withReadings(say.collectedLabel)} <strong className="figures text-[1.125rem]">{withReadings(inYen(words, collectedYen))}</strong></p>
  }
  const share = Math.max(0, Math.min(100, Math.floor((collectedYen / targetYen) * 100)))
  return (
    <div>
      <p className="flex flex-wrap items-baseline justify-between gap-x-3 text-[0.9375rem]">
        <span className="figures whitespace-normal!">{withReadings(say.collected(inYen(words, collectedYen), inYen(words, targetYen)))}</span>
        <strong className="figures text-[1.125rem]">{share}%</strong>
      </p>
      <div aria-hidden="true" className="mt-1.5 h-2.5 overflow-hidden rounded-full bg-solid-gray-100 print:border print:border-line">
        <div className="h-full rounded-full bg-accent" style={{ width: `${share}%`, printColorAdjust: 'exact' }} />
      </div>
      {collectedYen >= targetYen && <p className="mt-1.5 text-[0.9375rem]">{withReadings(say.reached)}</p>}
    </div>
  )
}
