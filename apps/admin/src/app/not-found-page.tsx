import { EmptyState } from '@sasaeai/ui/empty-state'
import { PageHeader } from '@sasaeai/ui/page-header'
import { AppLinkButton } from './app-link.tsx'

/** An address that leads nowhere. */
export function NotFoundPage() {
  return (
    <>
      <PageHeader title="ページが見つかりません" />
      <EmptyState title="このアドレスには何もありません" icon="search" action={<AppLinkButton to="/">ホームへ戻る</AppLinkButton>}>
        アドレスが変わったか、入力に誤りがあります。
      </EmptyState>
    </>
  )
}
