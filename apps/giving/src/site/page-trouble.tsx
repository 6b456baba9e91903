import { LinkButton } from '@sasaeai/ui/link-button'
import { PageHeading } from './page-heading.tsx'
import { withReadings } from './readings.tsx'
import { useSite } from './site-context.ts'

/** Nothing is at this address. */
export function MissingPage() {
  const { trouble, shell } = useSite().words
  return (
    <>
      <PageHeading>{withReadings(trouble.notFoundTitle)}</PageHeading>
      <p className="mt-4">{withReadings(trouble.notFoundBody)}</p>
      <p className="mt-8"><LinkButton href="/">{withReadings(shell.toFront)}</LinkButton></p>
    </>
  )
}

/** The council has not been set up. */
export function NotReadyPage() {
  const { trouble } = useSite().words
  return (
    <>
      <PageHeading>{withReadings(trouble.notReadyTitle)}</PageHeading>
      <p className="mt-4">{withReadings(trouble.notReadyBody)}</p>
    </>
  )
}
