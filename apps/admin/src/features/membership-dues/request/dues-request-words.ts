import { groupDigits } from '@sasaeai/domain/money/group-digits'
import { formatYen } from '@sasaeai/domain/money/yen'
import type { DuesRequestOfKind, PreviewedRequest } from './dues-requests-page.tsx'

type Terms = NonNullable<DuesRequestOfKind['terms']>
type Request = NonNullable<DuesRequestOfKind['request']>

/** 目安: `1世帯 500円`, `1口 5,000円`, `1,000円以上`, `自由`. */
export function guideText({ unit, unitYen }: Terms): string {
  const amount = unitYen === null ? '' : `${formatYen(unitYen)}円`
  if (unit === 'household') return `1世帯 ${amount}`
  if (unit === 'unit') return `1口 ${amount}`
  return amount === '' ? '自由' : `${amount}以上`
}

/** Whom a request asks: `46自治会・120人`. Named households are asked within their association. */
export function payersText({ areaLines, memberLines, withinArea }: Request): string {
  const own = memberLines - withinArea
  const parts = [areaLines > 0 && `${groupDigits(areaLines)}地域`, own > 0 && `${groupDigits(own)}会員`].filter((part) => part !== false)
  return parts.length === 0 ? 'なし' : parts.join('・')
}

/** What has changed since the lines were written, or undefined when nothing has. */
export function changesText({ added, changed, removed, isFixed }: PreviewedRequest): string | undefined {
  if (isFixed) return added > 0 ? `あとから増えた納入先 ${groupDigits(added)}件` : undefined
  const parts = [
    added > 0 && `増える ${groupDigits(added)}件`,
    changed > 0 && `変わる ${groupDigits(changed)}件`,
    removed > 0 && `外れる ${groupDigits(removed)}件`,
  ].filter((part) => part !== false)
  return parts.length === 0 ? undefined : parts.join('、')
}
