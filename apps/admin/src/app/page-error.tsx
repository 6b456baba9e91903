import { Button } from '@sasaeai/ui/button'
import { NoticeBanner } from '@sasaeai/ui/notice-banner'

/** What stands in place of a page that could not be shown. */
export function PageError({ reset }: { reset: () => void }) {
  return (
    <NoticeBanner
      tone="error"
      isLive
      title="この画面を表示できませんでした"
      action={<Button onClick={reset}>もう一度表示する</Button>}
    >
      通信が切れているか、一時的な不具合です。入力した内容は保存されています。
    </NoticeBanner>
  )
}
