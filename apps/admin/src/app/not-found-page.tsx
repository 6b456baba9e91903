import { EmptyState } from '@sasaeai/ui/empty-state'
import { AppLinkButton } from './app-link.tsx'

/** An address that leads nowhere. */
export function NotFoundPage() {
  return (
    <EmptyState title="このページは見つかりません" icon="search" action={<AppLinkButton to="/">ホームへ戻る</AppLinkButton>}>
      アドレスが変わったか、入力に誤りがあります。
    </EmptyState>
  )
}
