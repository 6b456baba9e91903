import { type PrintedGoodwillCertificate, setGoodwillCertificates } from '@sasaeai/documents/papers/goodwill-certificates'
import { formatLocalDate } from '@sasaeai/domain/calendar/japanese-era'
import { goodwillCertificatesOrderSchema } from '@sasaeai/domain/document/document-order-input'
import { goodwillActName } from '@sasaeai/domain/goodwill-bank/act/goodwill-act-kind'
import { formatGoods } from '@sasaeai/domain/goodwill-bank/goods/goods-quantity'
import type { GoodwillActId } from '@sasaeai/domain/ids'
import { formatYen } from '@sasaeai/domain/money/yen'
import { fail, succeed } from '@sasaeai/domain/outcome/outcome'
import { honorificOf } from '@sasaeai/domain/supporter/honorific'
import type { SupporterKind } from '@sasaeai/domain/supporter/supporter-kind'
import type { Deps } from '../../deps.ts'
import { noteMissingCharacters } from '../../document/note-missing-characters.ts'
import { paperMaker, pdfType } from '../../document/paper-maker.ts'
import { readPaperHead } from '../../document/read-paper-head.ts'
import { type GoodwillAct, readGoodwillActs } from '../act/list-goodwill-acts.ts'

/** 預託書 for deposits that stand, one A4 each, in the order of their numbers. */
export const goodwillCertificatesMaker = paperMaker('goodwill_certificates', goodwillCertificatesOrderSchema, {
  async title(deps, { actIds }) {
    const acts = await readDeposits(deps, actIds)
    const [first] = acts
    if (first === undefined) return fail('document_subject_gone')
    return succeed(acts.length === 1 ? `預託書 ${goodwillActName(first)}` : `預託書 ${goodwillActName(first)} ほか（${acts.length}枚）`)
  },
  async make(desk, { actIds }) {
    const acts = await readDeposits(desk.deps, actIds)
    const [first] = acts
    if (first === undefined) return null
    await desk.expect(acts.length)
    const givers = await readGivers(desk.deps, acts)
    const certificates = acts.map((act) => printedCertificate(act, givers.get(act.deposit?.supporterId ?? '')))
    await noteMissingCharacters(desk, certificates.map((each) => ({ subject: `${each.number} ${each.giver}`, words: each })))
    const title = acts.length === 1 ? `預託書_${goodwillActName(first)}` : `預託書_${goodwillActName(first)}から${acts.length}枚`
    const bytes = await setGoodwillCertificates({ ...(await readPaperHead(desk, { title, day: desk.day })), certificates })
    await desk.advance(acts.length)
    return { fileName: `${title}.pdf`, mediaType: pdfType, bytes }
  },
})

async function readDeposits(deps: Deps, actIds: readonly GoodwillActId[]): Promise<GoodwillAct[]> {
  const acts = await readGoodwillActs(deps, actIds)
  return acts.filter(({ deposit, undoneOn }) => deposit !== null && undoneOn === null)
}

interface Giver {
  readonly kind: SupporterKind
  /** 敬称 chosen for the giver; empty for that of the kind. */
  readonly honorific: string
  readonly name: string
  readonly address: string
}

async function readGivers({ db }: Deps, acts: readonly GoodwillAct[]): Promise<ReadonlyMap<string, Giver>> {
  const supporterIds = acts.flatMap(({ deposit }) => (deposit?.supporterId == null ? [] : [deposit.supporterId]))
  const rows = await db.prisma.supporter.findMany({ where: { id: { in: supporterIds } }, select: { id: true, kind: true, honorific: true, name: true, address: true } })
  return new Map(rows.map(({ id, ...giver }) => [id, giver]))
}

function printedCertificate(act: GoodwillAct, giver: Giver | undefined): PrintedGoodwillCertificate {
  return {
    number: goodwillActName(act),
    depositedOn: formatLocalDate(act.actedOn),
    giver: giver?.name ?? '',
    honorific: giver === undefined ? '' : honorificOf(giver.kind, giver.honorific),
    address: giver?.address ?? '',
    purpose: act.purposeName ?? '',
    money: act.moneyYen === 0 ? '' : formatYen(act.moneyYen),
    goods: act.lines.map((line) => ({ name: line.itemName, quantity: formatGoods(line.quantity, line) })),
  }
}
