import { TextLink } from '@sasaeai/ui/text-link'
import type { ReactNode } from 'react'
import type { FrontDoor } from './front-door.ts'

type Council = Extract<FrontDoor, { isSetUp: true }>['council']

/** Name, address, phone and e-mail, as far as the council has stated them. */
export function CouncilContact({ council }: { council: Council }) {
  const { name, postalCode, address, phone, email } = council
  const hasContact = [postalCode, address, phone, email].some((text) => text !== '')
  return (
    <>
      <h1 className="text-[2rem] leading-140 font-bold">{name}</h1>
      {hasContact && (
        <section aria-labelledby="contact" className="mt-10">
          <h2 id="contact" className="text-[1.25rem] font-bold">お問い合わせ</h2>
          <dl className="mt-4 grid gap-x-6 gap-y-3 text-[1.0625rem] sm:grid-cols-[8rem_minmax(0,1fr)] sm:items-baseline">
            {address !== '' && (
              <Line term="住所">
                {postalCode !== '' && <span className="block">〒{postalCode}</span>}
                {address}
              </Line>
            )}
            {phone !== '' && <Line term="電話"><TextLink href={`tel:${phone}`} className="inline-flex min-h-11 items-center">{phone}</TextLink></Line>}
            {email !== '' && <Line term="メール"><TextLink href={`mailto:${email}`} className="inline-flex min-h-11 items-center">{email}</TextLink></Line>}
          </dl>
        </section>
      )}
    </>
  )
}

function Line({ term, children }: { term: string; children: ReactNode }) {
  return (
    <div className="contents">
      <dt className="text-ink-sub">{term}</dt>
      <dd>{children}</dd>
    </div>
  )
}
