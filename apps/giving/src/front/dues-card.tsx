import type { GivingFrontTarget } from '@sasaeai/domain/online-giving/gift/giving-front'
import { LinkButton } from '@sasaeai/ui/link-button'
import { inYen } from '../site/figures-in-words.ts'
import { withReadings } from '../site/readings.tsx'
import { useSite } from '../site/site-context.ts'
import { WayIn } from './way-in.tsx'

/** 会費: one kind of dues, with what the year's terms say. */
export function DuesCard({ target: { slug, title, lead, dues } }: { target: GivingFrontTarget }) {
  const { words } = useSite()
  const { front: say } = words
  const { unit, unitYen } = dues ?? { unit: 'free', unitYen: null }
  return (
    <li className="flex flex-col gap-3 rounded-12 border border-line px-5 py-5">
      <h3 lang="ja" className="text-[1.1875rem] leading-150 font-bold">{title}</h3>
      {unitYen !== null && <p className="figures font-bold whitespace-normal!">{withReadings(unit === 'free' ? say.duesFrom(inYen(words, unitYen)) : say.duesEach(inYen(words, unitYen)))}</p>}
      {lead !== '' && <p lang="ja" className="text-ink-sub">{lead}</p>}
      <div className="mt-auto pt-1"><LinkButton href={`/give/${slug}`} className="w-full"><WayIn to={title} words={say.payDues} /></LinkButton></div>
    </li>
  )
}
