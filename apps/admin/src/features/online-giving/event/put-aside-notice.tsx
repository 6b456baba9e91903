import { groupDigits } from '@sasaeai/domain/money/group-digits'
import { NoticeBanner } from '@sasaeai/ui/notice-banner'
import { useQuery } from '@tanstack/react-query'
import { AppLink } from '../../../app/app-link.tsx'
import { trpc } from '../../../app/trpc.ts'

/** Tells that something was put aside that only a person can decide; nothing where all is well. */
export function PutAsideNotice() {
  const count = useQuery(trpc.onlineGiving.event.putAside.queryOptions())
  if (count.data === undefined || count.data === 0) return null
  return (
    <div className="mb-4">
      <NoticeBanner tone="error" title={`確認が必要な通知が${groupDigits(count.data)}件あります`} action={<AppLink to="/online-giving/events" search={{ state: 'quarantined' }}>通知を見る</AppLink>}>
        決済会社からの通知のうち、自動では反映できなかったものです。記帳されていないお金があるかもしれません。
      </NoticeBanner>
    </div>
  )
}
