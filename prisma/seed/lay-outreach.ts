import type { Tx } from '@sasaeai/db/in-transaction'
import { toDateColumn } from '@sasaeai/db/local-date-column'
import type { FiscalYear } from '@sasaeai/domain/calendar/fiscal-year'
import { type LocalDate, localDate } from '@sasaeai/domain/calendar/local-date'
import type { DemoDistrict } from './demo-areas.ts'
import type { DemoSupporters } from './demo-supporters.ts'
import { nearestOfficeDay } from './office-days.ts'
import type { RandomStream } from './random-stream.ts'

interface Desk {
  readonly newId: () => string
  readonly today: LocalDate
  readonly random: RandomStream
  readonly districts: readonly DemoDistrict[]
  readonly supporters: DemoSupporters
}

const summaries = [
  '会費の使いみちを写真で説明。封筒の集め方について質問があった。',
  '一般会費500円のうち校区へ戻る分を図で説明した。',
  '移動支援と子ども食堂の話が好評。回覧用の資料を追加で希望。',
  '新しい役員が多く、封筒と納入書の書き方を重ねて説明した。',
] as const

/** 説明・広報の記録 of a year: a briefing in some associations, the leaders' meeting, and one for companies. */
export async function layOutreach(tx: Tx, { newId, today, random, districts, supporters }: Desk, year: FiscalYear): Promise<void> {
  const associations = districts.flatMap(({ associations: each }) => each)
  const briefings = ['05-14', '05-21', '05-28', '06-04', '06-11', '02-18'].map((day) => {
    const association = random.pick(associations)
    return {
      heldOn: dayOf(year, day),
      kind: 'association_briefing' as const,
      title: `${association.name} 社協説明会`,
      areaId: association.areaId,
      place: `${association.name.replace(/自治会$/, '')}公民館`,
      staff: random.pick(['地域福祉課 田中', '地域福祉課 古賀・事務局長', '総務課 山口']),
      attendees: random.whole(9, 46),
      summary: random.pick(summaries),
    }
  })
  const meetings = ['04-23', '11-12'].map((day) => {
    const district = random.pick(districts)
    return {
      heldOn: dayOf(year, day),
      kind: 'representatives_meeting' as const,
      title: `${district.name} 団体代表者会議`,
      areaId: district.areaId,
      place: `${district.name.replace(/校区$/, '')}コミュニティセンター`,
      staff: '会長・事務局長・地域福祉課',
      attendees: random.whole(18, 40),
      summary: '前年度の決算と会費の実績を報告し、今年度のご協力をお願いした。',
    }
  })
  const company = random.pick(supporters.companies)
  const lecture = {
    heldOn: dayOf(year, '07-09'),
    kind: 'other' as const,
    title: '社員研修「地域のささえ合い」',
    supporterId: company.supporterId,
    place: `${company.name} 会議室`,
    staff: '地域福祉課 古賀',
    attendees: random.whole(12, 30),
    summary: '法人会員制度と職域募金を紹介した。',
  }
  const held = [...briefings, ...meetings, lecture].filter(({ heldOn }) => heldOn < today)
  await tx.outreachEvent.createMany({
    data: held.map((event) => ({ id: newId(), ...event, heldOn: toDateColumn(event.heldOn) })),
  })
}

function dayOf(year: FiscalYear, day: string): LocalDate {
  return nearestOfficeDay(localDate(`${day >= '04-01' ? year : year + 1}-${day}`))
}
