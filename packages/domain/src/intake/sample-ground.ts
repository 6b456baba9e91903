import { fiscalYear } from '../calendar/fiscal-year.ts'
import { localDate } from '../calendar/local-date.ts'
import { defaultCollectionMethods } from '../community-chest/method/default-methods.ts'
import type { DriveKind } from '../community-chest/campaign/drive-kind.ts'
import { type Id, id } from '../ids.ts'
import { defaultFundingSources } from '../ledger/default-funding-sources.ts'
import type { GroundData } from '../ledger/ground-data.ts'
import { defaultDuesKinds } from '../membership-dues/terms/default-dues-kinds.ts'
import { type IntakeContext, intakeContext } from './intake-context.ts'

/** An id that tests can tell by sight: the number stands at its end. */
export function sampleId<Brand extends string>(number: number): Id<Brand> {
  return id<Brand>(`01900000-0000-7000-8000-${String(number).padStart(12, '0')}`)
}

/**
 * The tables of a small council, for tests: default sources, methods and dues kinds, the drives of 令和8年度 and a late
 * one of 令和7年度, 日吉校区 (01) with three 自治会 of 100 households each, of which 01-03 is no longer in use. October and
 * November 2026 are open.
 */
export function sampleContext(): IntakeContext {
  const ground = sampleGround()
  return intakeContext({
    ground,
    households: new Map([...ground.areas.keys()].map((areaId) => [areaId, 100])),
    defaultCashAccountId: sampleId(1),
    today: localDate('2026-11-21'),
    openMonths: new Set(['2026-10', '2026-11']),
  })
}

function sampleGround(): GroundData {
  const account = { code: '1110', name: '現金', isClosed: false, isHeading: false, book: 'council', category: 'asset' } as const
  const area = (code: string, name: string, kana: string) => ({ code, name, kana, isClosed: false })
  return {
    version: 1,
    accounts: new Map([[sampleId(1), account]]),
    sources: new Map(
      defaultFundingSources.map(({ code, name, category }) => [
        sampleId(Number(code)),
        { code, name, category, isClosed: false, accountId: sampleId(2) },
      ]),
    ),
    campaigns: new Map([
      [sampleId(101), campaign('1', '赤い羽根共同募金', { drive: 'red_feather', year: 2026 })],
      [sampleId(102), campaign('2', '歳末たすけあい', { drive: 'year_end_mutual_aid', year: 2026 })],
      [sampleId(103), campaign('1', '赤い羽根共同募金', { drive: 'red_feather', year: 2025 })],
    ]),
    methods: new Map(
      defaultCollectionMethods.map((method) => [sampleId(Number(method.code)), { ...method, isClosed: false }]),
    ),
    funds: new Map([[sampleId(201), { code: '02', name: '子ども食堂応援', isClosed: false }]]),
    duesKinds: new Map(
      defaultDuesKinds.map(({ code, name, terms }) => [
        sampleId(300 + Number(code)),
        { code, name, isClosed: false, terms: [2026, 2025].map((year) => ({ ...terms, fiscalYear: fiscalYear(year) })) },
      ]),
    ),
    areas: new Map([
      [sampleId(400), { ...area('00', 'ささえ市', 'ササエシ'), parentId: null, level: 0 }],
      [sampleId(401), { ...area('01', '日吉校区', 'ヒヨシ'), parentId: sampleId(400), level: 1 }],
      [
        sampleId(411),
        { ...area('01-01', '日吉一丁目自治会', 'ヒヨシイッチョウメ'), parentId: sampleId(401), level: 2 },
      ],
      [sampleId(412), { ...area('01-02', '日吉二丁目自治会', 'ヒヨシニチョウメ'), parentId: sampleId(401), level: 2 }],
      [
        sampleId(413),
        {
          ...area('01-03', '日吉三丁目自治会', 'ヒヨシサンチョウメ'),
          parentId: sampleId(401),
          level: 2,
          isClosed: true,
        },
      ],
      [sampleId(402), { ...area('02', '篠山校区', 'ササヤマ'), parentId: sampleId(400), level: 1 }],
    ]),
  }
}

function campaign(code: string, name: string, { drive, year }: { drive: DriveKind; year: number }) {
  return {
    code,
    name,
    drive,
    fiscalYear: fiscalYear(year),
    custodyAccountId: sampleId<'LedgerAccountId'>(3),
    cashAccountId: null,
    isClosed: false,
  }
}
