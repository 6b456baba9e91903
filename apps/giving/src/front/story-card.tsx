import type { GivingFundReport } from '@sasaeai/domain/online-giving/gift/giving-front'
import { groupDigits } from '@sasaeai/domain/money/group-digits'
import { dayInWords } from '../site/figures-in-words.ts'
import { withReadings } from '../site/readings.tsx'
import { useSite } from '../site/site-context.ts'

/** What gifts have done: a published report, with its photo where it has one. */
export function StoryCard({ report: { title, body, message, beneficiaries, publishedOn, photo } }: { report: GivingFundReport }) {
  const { words } = useSite()
  const { front: say } = words
  return (
    <li className="flex flex-col overflow-hidden rounded-12 border border-line">
      {photo !== null && <img src={photo.path} alt={photo.altText} lang="ja" loading="lazy" width="640" height="360" className="aspect-video w-full object-cover" />}
      <div className="flex flex-col gap-2 px-5 py-4">
        <h3 lang="ja" className="text-[1.125rem] leading-150 font-bold">{title}</h3>
        <p lang="ja" className="line-clamp-5 whitespace-pre-line print:line-clamp-none">{body}</p>
        {message !== '' && <blockquote lang="ja" className="border-l-4 border-line pl-3 text-ink-sub">{message}</blockquote>}
        <p className="flex flex-wrap gap-x-4 text-[0.9375rem] text-ink-sub">
          {beneficiaries !== null && <span>{withReadings(say.beneficiariesLabel)} {withReadings(say.beneficiaries(groupDigits(beneficiaries)))}</span>}
          <span>{dayInWords(words, publishedOn)}</span>
        </p>
      </div>
    </li>
  )
}
