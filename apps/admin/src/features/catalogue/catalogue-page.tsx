import { PageHeader } from '@sasaeai/ui/page-header'

/** Every component of the design system in all its states. */
export function CataloguePage() {
  return <PageHeader title="部品カタログ" />
}
