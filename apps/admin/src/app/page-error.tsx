import { Button } from '@sasaeai/ui/button'
import { NoticeBanner } from '@sasaeai/ui/notice-banner'

/** What stands in place of a page, or a part of one, whose data did not arrive. */
export function PageError({ reset }: { reset: () => void }) {
  return (
    <NoticeBanner
      tone="error"
      isLive
      title="この画面を表示できませんでした"
      action={<Button onClick={reset}>もう一度表示する</Button>}
    >
      サーバーにつながらないか、一時的な不具合です。通信を確かめて、もう一度お試しください。受付の入力は自動で保存されています。
    </NoticeBanner>
  )
}

/** The same for a page that could not even be fetched: after an update of the product only loading anew helps. */
export function BrokenPage() {
  return (
    <div className="mx-auto max-w-[60rem] p-4">
      <PageError reset={() => window.location.reload()} />
    </div>
  )
}
