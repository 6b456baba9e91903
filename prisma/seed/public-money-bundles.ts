import { fiscalMonths } from '@sasaeai/domain/calendar/fiscal-year'
import { type LocalDate, localDate } from '@sasaeai/domain/calendar/local-date'
import { type Bundle, codes, type DemoYear } from './demo-bundle.ts'
import { nearestOfficeDay } from './office-days.ts'

/** Subsidies, entrusted work, grants, vending machines, interest: what reaches the bank account by the year. */
export function publicMoneyBundles(demo: DemoYear): Bundle[] {
  return [...payments(demo), ...monthlyPayments(demo)]
}

interface Payment {
  readonly day: string
  readonly source: string
  readonly amountYen: number
  readonly note: string
}

function payments(demo: DemoYear): Bundle[] {
  const { year, yearsAgo, random } = demo
  const growth = 1 - 0.015 * yearsAgo
  const thousand = (amount: number) => Math.round(amount * growth) * 1_000
  const due: readonly Payment[] = [
    ...['04-24', '07-24', '10-23', '01-22'].map((day) => ({
      day,
      source: codes.source.city,
      amountYen: thousand(11_400),
      note: '社会福祉協議会運営費補助',
    })),
    {
      day: '06-12',
      source: codes.source.grant,
      amountYen: thousand(1_500),
      note: '子どもの居場所づくり助成（民間財団）',
    },
    { day: '08-07', source: codes.source.grant, amountYen: thousand(800), note: '福祉車両整備助成' },
    { day: '11-13', source: codes.source.grant, amountYen: thousand(600), note: '買い物支援モデル助成' },
    { day: '08-14', source: codes.source.interest, amountYen: random.whole(1_200, 4_900), note: '普通預金利息' },
    { day: '02-12', source: codes.source.interest, amountYen: random.whole(1_200, 4_900), note: '普通預金利息' },
    { day: '07-03', source: codes.source.share, amountYen: thousand(420), note: '民生委員児童委員協議会 事務負担金' },
    { day: '09-18', source: codes.source.other, amountYen: random.whole(12_000, 60_000), note: '古紙売却' },
  ]
  return due.map(({ day, ...payment }) => banked(dayIn(year, day), payment))
}

const entrusted = [
  { note: '生活困窮者自立支援事業', thousands: 2_450 },
  { note: '生活支援体制整備事業', thousands: 1_980 },
  { note: '総合福祉会館 指定管理', thousands: 3_720 },
  { note: '権利擁護センター運営', thousands: 1_340 },
  { note: 'ファミリーサポート事業', thousands: 610 },
  { note: '介護予防教室', thousands: 280 },
] as const

const vendingSites = [
  '総合福祉会館',
  '市民体育館',
  '中央公園',
  '北野支所',
  '城島支所',
  '三潴支所',
  '田主丸支所',
  '保健所前',
] as const

function monthlyPayments({ year, yearsAgo, random }: DemoYear): Bundle[] {
  return fiscalMonths(year).flatMap(({ lastDay, month }) => {
    const payday = nearestOfficeDay(localDate(`${lastDay.slice(0, 8)}25`))
    const sunshine = month >= 5 && month <= 9 ? 1.6 : 1
    return [
      ...entrusted.map(({ note, thousands }) => {
        const amountYen = Math.round(thousands * (1 - 0.01 * yearsAgo)) * 1_000
        return banked(payday, { source: codes.source.entrusted, amountYen, note })
      }),
      ...vendingSites.map((site) => {
        const amountYen = Math.round(random.around(9_800) * sunshine)
        return banked(payday, { source: codes.source.business, amountYen, note: `自動販売機 ${site}` })
      }),
    ]
  })
}

function dayIn(year: number, day: string): LocalDate {
  return nearestOfficeDay(localDate(`${day >= '04-01' ? year : year + 1}-${day}`))
}

function banked(receivedOn: LocalDate, { source, amountYen, note }: Omit<Payment, 'day'>): Bundle {
  return { receivedOn, door: 'desk', into: 'bank', bearer: '', slips: [{ source, amountYen, count: 1, note }] }
}
