import { type PrintedGivingPoster, setGivingPosters } from '@sasaeai/documents/papers/giving-posters'
import type { GivingLinkId } from '@sasaeai/domain/ids'
import { formatYen } from '@sasaeai/domain/money/yen'
import { yenFromColumn } from '@sasaeai/db/yen-column'
import { givingLinkPath } from '@sasaeai/domain/online-giving/settings/giving-link-details'
import { givingPosterFormNames, givingPostersOrderSchema } from '@sasaeai/domain/online-giving/settings/giving-poster'
import { fail, succeed } from '@sasaeai/domain/outcome/outcome'
import type { Deps } from '../../deps.ts'
import { noteMissingCharacters } from '../../document/note-missing-characters.ts'
import { paperMaker, pdfType } from '../../document/paper-maker.ts'
import { readPaperHead } from '../../document/read-paper-head.ts'

/** Posters and cards with the QR codes of short links, an A4 for each. */
export const givingPostersMaker = paperMaker('giving_posters', givingPostersOrderSchema, {
  async title(deps, { linkIds, form }) {
    const links = await readLinks(deps, linkIds)
    const [first] = links
    if (first === undefined) return fail('document_subject_gone')
    return succeed(`${givingPosterFormNames[form]} ${first.label}${links.length === 1 ? '' : ` ほか（${links.length}件）`}`)
  },
  async make(desk, { linkIds, form, site }) {
    const links = await readLinks(desk.deps, linkIds)
    const [first] = links
    if (first === undefined) return null
    await desk.expect(links.length)
    const posters = links.map((link) => printedPoster(link, site))
    await noteMissingCharacters(desk, posters.map((each) => ({ subject: each.title, words: each })))
    const title = `${givingPosterFormNames[form]}_${first.label}`
    const bytes = await setGivingPosters({ ...(await readPaperHead(desk, { title, day: desk.day })), form, posters })
    await desk.advance(links.length)
    return { fileName: `${title}.pdf`, mediaType: pdfType, bytes }
  },
})

function readLinks({ db }: Deps, linkIds: readonly GivingLinkId[]) {
  return db.prisma.givingLink.findMany({
    where: { id: { in: [...linkIds] } },
    orderBy: { label: 'asc' },
    include: { area: { select: { name: true } }, target: { include: { paymentAccount: { select: { payeeName: true } } } } },
  })
}

type PosterLink = Awaited<ReturnType<typeof readLinks>>[number]

const deeds: Record<PosterLink['target']['kind'], string> = { general: '寄附', fund: '寄附', campaign: '募金', dues: '会費の納入' }

function printedPoster({ code, area, amountYen, target }: PosterLink, site: string): PrintedGivingPoster {
  return {
    title: target.title,
    lead: target.lead,
    address: `${site}${givingLinkPath(code)}`,
    area: area?.name ?? '',
    amount: amountYen === null ? '' : formatYen(yenFromColumn(amountYen)),
    payee: target.paymentAccount.payeeName,
    allowsMonthly: target.allowsMonthly,
    issuesReceipt: target.kind !== 'campaign',
    deed: deeds[target.kind],
  }
}
