import { PageHeader } from '@sasaeai/ui/page-header'
import { AppLink } from './app-link.tsx'

/** The front page until the dashboard takes its place. */
export function HomePage() {
  return (
    <>
      <PageHeader title="ホーム" />
      <p>
        <AppLink to="/catalogue">部品カタログを見る</AppLink>
      </p>
    </>
  )
}
