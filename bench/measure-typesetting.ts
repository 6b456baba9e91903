import { execFileSync } from 'node:child_process'
import { localDate } from '@sasaeai/domain/calendar/local-date'
import { headData, type PaperHead } from '@sasaeai/documents/papers/paper-head'
import { type PrintedReceipt, setReceiptsApart, setReceiptSheets } from '@sasaeai/documents/papers/receipt-sheets'
import { openBareTypesetter } from './bare-typesetter.ts'
import { type Figure, mebibytes, percent, perSecond } from './figure.ts'
import { residentMebibytes } from './product-server.ts'
import { mediansOfRounds } from './rounds.ts'

/** As a run of 年間証明 has them set: so many at a time. */
const shareOfRun = 50
const apart = 500
const pages = 1_000
const many = 5_000

const council = { name: '社会福祉法人ささえ市社会福祉協議会', postalCode: '830-0001', address: 'ささえ市中央町一丁目2番3号', phone: '0942-00-0000', representative: '会長　支援　太郎' }
const head: PaperHead = { title: '領収書', day: localDate('2027-01-20'), council, isDemo: true }
const sheets = { ...head, layout: 'single' as const, seals: new Map<string, Uint8Array>() }

/**
 * Receipts set by the product, each a PDF of its own and all in one, beside Typst alone with a subset of its fonts; and how
 * many a second the product sets apart.
 */
export async function measureTypesetting({ rounds }: { rounds: number }): Promise<{ figures: Figure[]; apartPerSecond: number }> {
  const bare = await openBareTypesetter('receipt-sheets', [jsonOf(receipts(1), true), '0123456789'])
  const bareApart = (count: number) => {
    for (let from = 0; from < count; from += shareOfRun) bare(receipts(shareOfRun).map((receipt) => jsonOf([receipt], true)))
  }
  // Whoever is asked first starts a process and reads the fonts: a run of thousands does that once.
  await setApart(shareOfRun)
  bareApart(shareOfRun)
  const { ours, limit, oursInOne, limitInOne } = await mediansOfRounds(rounds, {
    ours: () => rateOf(apart, () => setApart(apart)),
    limit: () => rateOf(apart, async () => bareApart(apart)),
    oursInOne: () => rateOf(pages, () => setReceiptSheets({ ...sheets, receipts: receipts(pages) })),
    limitInOne: () => rateOf(pages, async () => bare([jsonOf(receipts(pages), false)])),
  })
  const memory = await memoryOverMany()
  const figures = [
    { name: 'receipts, each a PDF of its own', ours: perSecond(ours), limit: perSecond(limit), ratio: percent(ours / limit), aim: '≥ 500/s', isMet: ours >= 500 },
    { name: `receipts in one PDF of ${pages} pages`, ours: perSecond(oursInOne), limit: perSecond(limitInOne), ratio: percent(oursInOne / limitInOne), aim: '≥ 2,000/s', isMet: oursInOne >= 2_000 },
    { name: `memory of the typesetter, second half of ${many} beside first`, ours: mebibytes(memory.second), limit: mebibytes(memory.first), ratio: percent(memory.second / memory.first), aim: '≤ 110 %', isMet: memory.second <= memory.first * 1.1 },
  ]
  return { figures, apartPerSecond: ours }
}

/** The most that the typesetter's process held while it set the first and the second half of many receipts, in MiB. */
async function memoryOverMany(): Promise<{ first: number; second: number }> {
  const held: number[] = []
  for (let from = 0; from < many; from += apart) {
    await setApart(apart)
    held.push(...(await Promise.all(typesetters().map(residentMebibytes))))
  }
  const half = held.length >> 1
  return { first: Math.max(...held.slice(0, half)), second: Math.max(...held.slice(half)) }
}

function typesetters(): number[] {
  const lines = execFileSync('ps', ['-eo', 'pid=,ppid=,args='], { encoding: 'utf8' }).split('\n')
  return lines.flatMap((line) => {
    const [, pid, parent] = /^\s*(\d+)\s+(\d+)\s.*typesetter-process/.exec(line) ?? []
    return Number(parent) === process.pid ? [Number(pid)] : []
  })
}

async function setApart(count: number): Promise<void> {
  const all = receipts(count)
  for (let from = 0; from < count; from += shareOfRun) await setReceiptsApart({ ...sheets, receipts: all.slice(from, from + shareOfRun) })
}

async function rateOf(count: number, work: () => Promise<unknown>): Promise<number> {
  const startedAt = performance.now()
  await work()
  return count / ((performance.now() - startedAt) / 1000)
}

let made = 0

/** Receipts that were never set before: of one set twice, Typst would know everything. */
function receipts(count: number): PrintedReceipt[] {
  return Array.from({ length: count }, () => {
    made += 1
    return {
      number: `年間08-${String(made).padStart(5, '0')}`, issuedOn: '令和9年1月20日', receivedOn: '令和8年7月1日', payer: `寄附者 ${made}`, honorific: '様', address: `ささえ市中央町${made}番`,
      amount: `${made},000`, purpose: '令和8年1月1日から令和8年12月31日までの寄附金として', details: [{ label: '令和8年7月1日', amount: `${made},000円` }], isOfGoods: false, note: '', council, seal: null,
      reissue: '', isVoid: false, voidReason: '',
    }
  })
}

/** As receipt-sheets hands them to its template. */
function jsonOf(some: readonly PrintedReceipt[], isApart: boolean): string {
  const title = isApart ? `領収書 ${some[0]?.number}` : head.title
  return JSON.stringify({ ...headData({ ...head, title }), layout: 'single', receipts: some, seals: {}, isApart })
}
