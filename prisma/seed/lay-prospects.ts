import type { Tx } from '@sasaeai/db/in-transaction'
import { toDateColumn } from '@sasaeai/db/local-date-column'
import { addDays, type LocalDate } from '@sasaeai/domain/calendar/local-date'
import type { ProspectStage } from '@sasaeai/domain/membership-dues/prospect/prospect-stage'
import type { ContactChannel } from '@sasaeai/domain/supporter/contact-channel'
import { codes } from './demo-bundle.ts'
import type { DemoOffice } from './demo-ground.ts'
import type { DemoMember } from './demo-members.ts'
import type { DemoSupporter, DemoSupporters } from './demo-supporters.ts'
import { nearestOfficeDay } from './office-days.ts'
import type { RandomStream } from './random-stream.ts'

interface Desk {
  readonly office: DemoOffice
  readonly newId: () => string
  readonly today: LocalDate
  readonly random: RandomStream
}

interface DemoProspect {
  readonly stage: ProspectStage
  readonly hopedUnits: number | null
  readonly nextAction: string
  /** Days from today; negative for what has been put off. */
  readonly inDays: number | null
  readonly note: string
}

const prospects: readonly DemoProspect[] = [
  { stage: 'candidate', hopedUnits: 2, nextAction: '電話で担当者を聞く', inDays: 5, note: '市の広報に社会貢献の記事' },
  { stage: 'candidate', hopedUnits: null, nextAction: '', inDays: null, note: '共同募金の職域募金に協力いただいている' },
  { stage: 'candidate', hopedUnits: 1, nextAction: 'パンフレットを郵送', inDays: 12, note: '' },
  { stage: 'approached', hopedUnits: 2, nextAction: 'お礼の電話', inDays: -4, note: '総務課長に説明。資料をお渡し済み' },
  { stage: 'approached', hopedUnits: 1, nextAction: '再訪問', inDays: 9, note: '' },
  { stage: 'considering', hopedUnits: 5, nextAction: '社内の返事を確認', inDays: 3, note: '社長は前向き。来期の予算で検討' },
  { stage: 'considering', hopedUnits: 2, nextAction: '特典の説明資料を届ける', inDays: -1, note: '' },
  { stage: 'declined', hopedUnits: 1, nextAction: '', inDays: null, note: '今年度は見送り。来年4月にもう一度ご案内してよいとのこと' },
]

/** 入会の見込み among the companies that are no members, and what was talked about with members and prospects. */
export async function layProspects(
  tx: Tx,
  desk: Desk,
  { supporters, members }: { supporters: DemoSupporters; members: readonly DemoMember[] },
): Promise<void> {
  const isMember = new Set(members.map(({ supporter }) => supporter.supporterId))
  const hoped = supporters.companies.filter(({ supporterId }) => !isMember.has(supporterId)).slice(0, prospects.length)
  const { office, newId, today } = desk
  await tx.membershipProspect.createMany({
    data: hoped.flatMap(({ supporterId }, index) => {
      const prospect = prospects[index]
      if (prospect === undefined) return []
      const { inDays, ...told } = prospect
      return {
        id: newId(),
        supporterId,
        duesKindId: office.duesKind(codes.dues.organization),
        ...told,
        nextActionOn: inDays === null ? null : toDateColumn(addDays(today, inDays)),
        responsibleId: index % 2 === 0 ? office.receptionist : office.accountant,
      }
    }),
  })
  const companies = members.filter(({ duesKind, leftOn }) => duesKind === codes.dues.organization && leftOn === null)
  await layContacts(tx, desk, { hoped, members: companies.slice(0, 40).map(({ supporter }) => supporter) })
}

interface DemoContact {
  readonly channel: ContactChannel
  readonly counterpart: string
  readonly summary: string
}

const talks: readonly DemoContact[] = [
  { channel: 'visit', counterpart: '総務課長', summary: '会費のお礼と事業報告書をお渡しした。' },
  { channel: 'phone', counterpart: '経理担当', summary: '振込先の確認。領収書の宛名は株式会社を略さずにとのこと。' },
  { channel: 'benefit', counterpart: '', summary: '会員証をお渡しした。' },
  { channel: 'event', counterpart: '社長', summary: '社会福祉大会にご出席。来年度もご協力いただけるとのこと。' },
  { channel: 'mail', counterpart: '', summary: '広報紙と納入のお願いをお送りした。' },
]

const approaches: readonly DemoContact[] = [
  { channel: 'phone', counterpart: '総務', summary: '会員制度をご案内。資料を送ってほしいとのこと。' },
  { channel: 'mail', counterpart: '', summary: '会員制度のご案内と入会申込書をお送りした。' },
  { channel: 'visit', counterpart: '総務課長', summary: '子ども食堂と移動支援の取組を説明した。' },
]

async function layContacts(
  tx: Tx,
  { office, newId, today, random }: Desk,
  { hoped, members }: { hoped: readonly DemoSupporter[]; members: readonly DemoSupporter[] },
): Promise<void> {
  const row = (supporter: DemoSupporter, contact: DemoContact, daysAgo: number) => {
    const contactedOn = nearestOfficeDay(addDays(today, -daysAgo))
    return {
      id: newId(),
      supporterId: supporter.supporterId,
      contactedOn: toDateColumn(contactedOn < today ? contactedOn : addDays(today, -1)),
      ...contact,
      recordedById: random.chance(0.6) ? office.receptionist : office.accountant,
      recordedAt: new Date(`${contactedOn < today ? contactedOn : addDays(today, -1)}T07:45:00Z`),
    }
  }
  await tx.supporterContact.createMany({
    data: [
      ...members.map((supporter) => row(supporter, random.pick(talks), random.whole(20, 420))),
      ...hoped.flatMap((supporter, index) =>
        approaches.slice(0, index % 4).map((contact, step) => row(supporter, contact, 60 - step * 18)),
      ),
    ],
  })
}
