import type { StatutoryPaperInput } from '@sasaeai/domain/funding-indicator/statutory-paper/statutory-paper-input'
import { groupDigits } from '@sasaeai/domain/money/group-digits'
import { formatYen } from '@sasaeai/domain/money/yen'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { AppLink } from '../../../app/app-link.tsx'
import { trpc } from '../../../app/trpc.ts'
import { useMayDo } from '../../../app/use-may-do.ts'

/** How many gifts of the year nobody has said anything of, and the way to them. */
export function UnnotedGifts({ asked: { fiscalYear, postedUntil } }: { asked: StatutoryPaperInput }) {
  const maySee = useMayDo('donation.read')
  const list = useQuery({ ...trpc.statutoryPaper.listGifts.queryOptions({ fiscalYear, postedUntil, isUnnoted: true, limit: 1 }), enabled: maySee, placeholderData: keepPreviousData })
  if (list.data === undefined || list.data.total.entries === 0) return null
  const { entries, amountYen } = list.data.total
  return (
    <p className="print-hidden">
      <AppLink to="/statutory-papers/gifts" search={{ year: fiscalYear, postedUntil, isUnnoted: true }}>
        区分を決めていない寄附 {groupDigits(entries)}件（{formatYen(amountYen)}円）を、大きい順に見る
      </AppLink>
    </p>
  )
}
