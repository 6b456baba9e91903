import { groupDigits } from '@sasaeai/domain/money/group-digits'
import { NoticeBanner } from '@sasaeai/ui/notice-banner'
import { useQuery } from '@tanstack/react-query'
import { AppLink } from '../../../app/app-link.tsx'
import { trpc } from '../../../app/trpc.ts'

/** What one must know of the outbox as a whole: whether mails leave by themselves, and which did not. */
export function OutboxNotices() {
  const standing = useQuery(trpc.letter.outbox.standing.queryOptions())
  if (standing.data === undefined) return null
  const { mailFrom, waiting, failed } = standing.data
  return (
    <div className="mb-4 flex flex-col gap-3 empty:hidden">
      {failed > 0 && (
        <NoticeBanner tone="error" title={`送れなかったメールが${groupDigits(failed)}通あります`} action={<AppLink to="/outbox" search={{ state: 'failed' }}>送れなかったメールを見る</AppLink>}>
          メールを開くと理由が分かります。直してからもう一度送るか、取りやめてください。
        </NoticeBanner>
      )}
      {mailFrom === null && (
        <NoticeBanner tone="warning" title="メールサーバーが設定されていないので、自動では送りません">
          {waiting > 0 && `${groupDigits(waiting)}通が送信を待っています。`}
          メールを開いて文面を写し、添付ファイルを保存して、ふだんのメールソフトから送ってください。送ったら「手で送ったことにする」を押します。管理者がメールサーバーを設定すると、待っているメールは自動で送られます。
        </NoticeBanner>
      )}
    </div>
  )
}
