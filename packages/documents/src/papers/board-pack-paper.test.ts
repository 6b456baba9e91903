import { expect, test } from 'vitest'
import { drawPdf } from '../drawn-pdf.ts'
import { type BoardPackPaper, setBoardPack } from './board-pack-paper.ts'
import { samplePaperHead } from './sample-paper-head.ts'

function paperOf(districts: number): BoardPackPaper {
  const bars = Array.from({ length: districts }, (_, place) => ({ name: `第${place + 1}校区<&>`, nowYen: (place + 1) * 10_000, lastYen: 90_000 }))
  return {
    ...samplePaperHead,
    heading: '理事会資料　財源の状況',
    period: '令和8年度　令和8年10月31日まで',
    moment: '令和8年11月1日9時現在の帳簿',
    definitions: '自主財源比率（第2版）・前年比（第1版）',
    parts: [
      {
        part: 'drives', title: '共同募金・歳末たすけあい', comment: '戸別募金が減っています。#text[そのまま]',
        blocks: [
          { kind: 'bars', title: '校区別の募金額', nowName: '令和8年度', lastName: '令和7年度（同じ日まで）', bars },
          {
            kind: 'table',
            table: {
              title: '校区別の募金額', columns: [{ heading: '校区', kind: 'text' }, { heading: '差（円）', kind: 'yen' }, { heading: '前年比', kind: 'rate' }],
              rows: bars.map(({ name, nowYen, lastYen }) => [name, nowYen - lastYen, '—']), total: ['計', -1_234_567, null],
            },
          },
        ],
      },
      {
        part: 'income', title: '収入の構成', comment: '',
        blocks: [
          { kind: 'stack', title: '収入の構成の推移', names: ['会費', '寄附金'], years: [{ name: '令和7年度', parts: [30_000_000, 10_000_000] }, { name: '令和8年度', parts: [31_000_000, -5] }] },
          { kind: 'notes', lines: ['途中までの額です。'] },
        ],
      },
    ],
  }
}

test('every page says of which moment it is, where it stands and how rates are defined; words are only ever text', async () => {
  const { pageCount, pages } = await drawPdf(await setBoardPack(paperOf(46)))
  expect(pageCount).toBeGreaterThan(3)
  for (const [place, { text }] of pages.entries()) {
    expect(text).toContain('令和8年11月1日9時現在の帳簿')
    expect(text).toContain('自主財源比率（第2版）')
    expect(text).toContain(`${place + 1} / ${pageCount}`)
  }
  const whole = pages.map(({ text }) => text).join('')
  expect(whole).toContain('△1,234,567')
  expect(whole).toContain('#text[そのまま]')
  expect(whole).toContain('第46校区<&>')
})

test('the charts are drawn, the longest bar as long as its room, and the same paper is the same bytes', async () => {
  const once = await setBoardPack(paperOf(12))
  for (let time = 0; time < 5; time += 1) expect(Buffer.from(once).equals(Buffer.from(await setBoardPack(paperOf(12))))).toBe(true)
  const { pages } = await drawPdf(once)
  const [, drives] = pages
  expect(drives?.inkIn({ left: 60, top: 60, width: 110, height: 100 })).toBeGreaterThan(0.1)
})
