import { useNavigate } from '@tanstack/react-router'
import type { MomentSearch } from '../../app/moment-search.ts'
import { PostingMomentForm } from './posting-moment-form.tsx'

/** いつの時点で見るか, on a page whose address names the moment. What else the address says stays. */
export function PageMoment({ postedUntil }: MomentSearch) {
  const navigate = useNavigate()
  return (
    <div className="mb-6 print-hidden">
      <PostingMomentForm moment={postedUntil} onChange={(moment) => void navigate({ to: '.', search: (before) => ({ ...before, postedUntil: moment }), resetScroll: false })} />
    </div>
  )
}
