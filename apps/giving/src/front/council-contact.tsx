import type { GivingCouncil } from '@sasaeai/domain/online-giving/gift/giving-front'
import { TextLink } from '@sasaeai/ui/text-link'
import type { ReactNode } from 'react'
import { withReadings } from '../site/readings.tsx'
import { useSite } from '../site/site-context.ts'

/** Name, address, phone and e-mail, as far as the council has stated them. */
export function CouncilContact({ council: { name, postalCode, address, phone, email } }: { council: GivingCouncil }) {
  const { front: say } = useSite().words
  if ([address, phone, email].every((text) => text === '')) return null
  return (
    <section aria-labelledby="contact" className="mt-14">
      <h2 id="contact" className="text-[1.375rem] leading-150 font-bold">{withReadings(say.contact)}</h2>
      <p lang="ja" className="mt-3 font-bold">{name}</p>
      <dl className="mt-1 grid gap-x-6 sm:grid-cols-[6rem_minmax(0,1fr)] sm:items-baseline">
        {address !== '' && <Line term={say.address}><span lang="ja" className="block py-2">{postalCode !== '' && <span className="block">〒{postalCode}</span>}{address}</span></Line>}
        {phone !== '' && <Line term={say.phone}><TextLink href={`tel:${phone}`} className="inline-flex min-h-11 items-center">{phone}</TextLink></Line>}
        {email !== '' && <Line term={say.email}><TextLink href={`mailto:${email}`} className="inline-flex min-h-11 items-center">{email}</TextLink></Line>}
      </dl>
    </section>
  )
}

function Line({ term, children }: { term: string; children: ReactNode }) {
  return (
    <div className="contents">
      <dt className="text-ink-sub max-sm:mt-2">{withReadings(term)}</dt>
      <dd>{children}</dd>
    </div>
  )
}
