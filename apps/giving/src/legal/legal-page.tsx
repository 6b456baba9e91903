import type { GivingTexts } from '@sasaeai/domain/online-giving/gift/giving-front'
import { disclosureRows } from '@sasaeai/domain/online-giving/settings/disclosure-rows'
import { Button } from '@sasaeai/ui/button'
import { TextLink } from '@sasaeai/ui/text-link'
import { PageHeading } from '../site/page-heading.tsx'
import { withReadings } from '../site/readings.tsx'
import { useSite } from '../site/site-context.ts'
import type { PageOpener } from '../site/site-pages.ts'
import type { SiteWords } from '../words/site-words-ja.ts'

interface LegalText {
  readonly title: (shell: SiteWords['shell']) => string
  readonly text: (texts: GivingTexts) => string
  readonly isTable: boolean
}

/** The pages that the law and givers ask for; their texts are the council's own, in Japanese. */
const legalTexts: Readonly<Record<string, LegalText>> = {
  legal: { title: (shell) => shell.legal, text: (texts) => texts.commercialDisclosure, isTable: true },
  refunds: { title: (shell) => shell.refunds, text: (texts) => texts.refundPolicy, isTable: false },
  privacy: { title: (shell) => shell.privacy, text: (texts) => texts.privacyNotice, isTable: false },
}

export const openLegal: PageOpener = async ({ site, name }) => {
  const page = legalTexts[name]
  return page === undefined ? null : { title: page.title(site.words.shell), body: <LegalPage page={page} /> }
}

function LegalPage({ page }: { page: LegalText }) {
  const { front, words } = useSite()
  const { legal: say, shell } = words
  const text = page.text(front.texts).trim()
  return (
    <article className="max-w-2xl">
      <PageHeading>{withReadings(page.title(shell))}</PageHeading>
      {text === '' ? <p className="mt-6">{withReadings(say.missing)}</p> : <LegalBody text={text} isTable={page.isTable} />}
      <p className="mt-10 flex flex-wrap items-center gap-x-6 gap-y-3 print-hidden">
        {text !== '' && <Button icon="printer" onClick={() => window.print()}>{withReadings(say.print)}</Button>}
        <TextLink href="/" className="inline-flex min-h-11 items-center"><span>{withReadings(say.back)}</span></TextLink>
      </p>
    </article>
  )
}

/** 表記 stands as rows with headings; the other texts as paragraphs, of which some have a heading on their first line. */
function LegalBody({ text, isTable }: { text: string; isTable: boolean }) {
  if (!isTable) {
    return <div lang="ja" className="mt-4">{text.split(/\n\s*\n/).map((paragraph) => <Paragraph key={paragraph} text={paragraph} />)}</div>
  }
  return (
    <dl lang="ja" className="mt-6 border-t border-line">
      {disclosureRows(text).map(({ heading, text: body }) => (
        <div key={heading} className="keep-together grid gap-x-6 border-b border-line py-3 sm:grid-cols-[12rem_minmax(0,1fr)]">
          <dt className="font-bold">{heading}</dt>
          <dd className="whitespace-pre-line">{body}</dd>
        </div>
      ))}
    </dl>
  )
}

/** A first line that is no sentence, with text below it, is a heading. */
function Paragraph({ text }: { text: string }) {
  const [first = '', ...others] = text.split('\n')
  const isHeaded = others.length > 0 && !/[。：:]$/.test(first) && !first.startsWith('・')
  return (
    <>
      {isHeaded && <h2 className="mt-8 text-[1.1875rem] leading-150 font-bold">{first}</h2>}
      <p className="mt-3 whitespace-pre-line">{isHeaded ? others.join('\n') : text}</p>
    </>
  )
}
