import type { GivingFrontTarget } from '@sasaeai/domain/online-giving/gift/giving-front'
import { LinkButton } from '@sasaeai/ui/link-button'
import { withReadings } from '../site/readings.tsx'
import { useSite } from '../site/site-context.ts'
import { GoalBar } from './goal-bar.tsx'
import { WayIn } from './way-in.tsx'

/** What can be given to: what it is for, how far it has come, and the way in. */
export function TargetCard({ target }: { target: GivingFrontTarget }) {
  const { front: say } = useSite().words
  const { slug, title, lead, progress, fund, isTaken } = target
  return (
    <li className="flex flex-col gap-3 rounded-12 border border-line px-5 py-5">
      <h3 lang="ja" className="text-[1.1875rem] leading-150 font-bold">{title}</h3>
      {lead !== '' && <p lang="ja" className="text-ink-sub">{lead}</p>}
      {progress !== null && <GoalBar progress={progress} />}
      {fund !== null && fund.publicDescription !== '' && (
        <details className="group">
          <summary className="inline-flex min-h-11 cursor-pointer items-center rounded-4 text-accent underline underline-offset-4">{withReadings(say.more)}</summary>
          <div className="pb-2 text-[1rem]">
            <p className="font-bold">{withReadings(say.purpose)}</p>
            <p lang="ja" className="whitespace-pre-line">{fund.publicDescription}</p>
          </div>
        </details>
      )}
      {isTaken && <div className="mt-auto pt-1"><LinkButton href={`/give/${slug}`} className="w-full"><WayIn to={title} words={say.giveTo} /></LinkButton></div>}
    </li>
  )
}
