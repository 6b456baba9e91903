import type { GivingFrontTarget } from '@sasaeai/domain/online-giving/gift/giving-front'
import { LinkButton } from '@sasaeai/ui/link-button'
import { withoutReadings } from '../site/readings.tsx'
import { useSite } from '../site/site-context.ts'
import { GoalBar } from './goal-bar.tsx'
import { WayIn } from './way-in.tsx'

/** 共同募金・歳末: taken here with the written instruction of the 共同募金会, else on its own site. */
export function DriveCard({ target: { slug, title, lead, progress, isTaken, externalUrl } }: { target: GivingFrontTarget }) {
  const { front: say, shell } = useSite().words
  return (
    <li className="flex flex-col gap-3 rounded-12 border border-line px-5 py-5">
      <h3 lang="ja" className="text-[1.1875rem] leading-150 font-bold">{title}</h3>
      {lead !== '' && <p lang="ja" className="text-ink-sub">{lead}</p>}
      {progress !== null && <GoalBar progress={progress} />}
      <div className="mt-auto pt-1">
        {isTaken
          ? <LinkButton href={`/give/${slug}`} className="w-full"><WayIn to={title} words={say.driveHere} /></LinkButton>
          : <LinkButton href={externalUrl} icon="external" rel="noreferrer" className="w-full"><WayIn to={title} words={say.driveElsewhere} /><span className="sr-only">{withoutReadings(shell.opensElsewhere)}</span></LinkButton>}
      </div>
    </li>
  )
}
