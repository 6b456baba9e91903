import type { WorkbookSheet } from '@sasaeai/documents/write-workbook'
import type { FiscalYear } from '@sasaeai/domain/calendar/fiscal-year'
import { localDateInTokyo } from '@sasaeai/domain/calendar/local-date'
import { duesFindingKindNames } from '@sasaeai/domain/membership-dues/check/dues-finding'
import { duesPayerNames, duesUnitNames } from '@sasaeai/domain/membership-dues/terms/dues-unit'
import { prospectStageNames } from '@sasaeai/domain/membership-dues/prospect/prospect-stage'
import type { ProspectListInput } from '@sasaeai/domain/membership-dues/prospect/prospect-input'
import { formatBasisPoints } from '@sasaeai/domain/money/basis-points'
import type { Deps } from '../../deps.ts'
import { duesChecks } from '../check/dues-checks-query.ts'
import { listDuesMaterials } from '../material/dues-material-queries.ts'
import { listDuesTerms, listShareBackRates } from '../terms/dues-terms-queries.ts'
import { readProspects } from '../prospect/prospect-queries.ts'

/** 会員種別と年度の条件. */
export async function kindSheets(deps: Deps, year: FiscalYear): Promise<WorkbookSheet[]> {
  const { kinds } = await listDuesTerms(deps, year)
  return [
    {
      name: '会員種別と条件',
      columns: [
        { heading: 'コード' }, { heading: '会員種別' }, { heading: '単位' }, { heading: '目安（円）', kind: 'yen' }, { heading: '前年の目安（円）', kind: 'yen' },
        { heading: '納める人' }, { heading: '納入月' }, { heading: '還元率' }, { heading: '税の控除' }, { heading: '会員の特典' }, { heading: '使用終了日', kind: 'date' },
      ],
      rows: kinds.map(({ code, name, terms, lastYear, closedOn }) =>
        terms === null
          ? [code, name, '', null, lastYear?.unitYen ?? null, '', '', '', '', '', closedOn]
          : [
              code, name, duesUnitNames[terms.unit], terms.unitYen, lastYear?.unitYen ?? null, duesPayerNames[terms.payer],
              `${terms.firstMonth}月から${terms.lastMonth}月`, formatBasisPoints(terms.shareBackBasisPoints), terms.isDeductible ? '対象' : '', terms.benefits, closedOn,
            ],
      ),
    },
  ]
}

/** 地域別の還元率: where an area has a rate of its own. */
export async function rateSheet(deps: Deps, year: FiscalYear): Promise<WorkbookSheet> {
  const rates = await listShareBackRates(deps, year)
  return {
    name: '地域別の還元率',
    columns: [{ heading: '番号' }, { heading: '地域' }, { heading: '会員種別' }, { heading: '還元率' }, { heading: '会員種別の率' }],
    rows: rates.map(({ areaCode, areaName, kindName, basisPoints, kindBasisPoints }) => [areaCode, areaName, kindName, formatBasisPoints(basisPoints), formatBasisPoints(kindBasisPoints)]),
  }
}

/** 資材, with what was issued and returned in all. */
export async function materialSheets({ db }: Deps, year: FiscalYear): Promise<WorkbookSheet[]> {
  const materials = await listDuesMaterials(db, year)
  const sum = (count: (row: (typeof materials)[number]) => number) => materials.reduce((total, row) => total + count(row), 0)
  return [
    {
      name: '資材',
      columns: [
        { heading: 'コード' }, { heading: '校区' }, { heading: '自治会' }, { heading: '世帯数', kind: 'count' },
        { heading: '封筒 渡した', kind: 'count' }, { heading: '封筒 戻った', kind: 'count' }, { heading: '納入票 渡した', kind: 'count' },
        { heading: '納入票 戻った', kind: 'count' }, { heading: '渡した日', kind: 'date' }, { heading: '戻った日', kind: 'date' }, { heading: '備考' },
      ],
      rows: materials.map((row) => [
        row.code, row.parentName ?? '', row.name, row.households, row.envelopesIssued, row.envelopesReturned, row.slipsIssued, row.slipsReturned,
        row.issuedOn, row.returnedOn, row.note,
      ]),
      total: [
        '', '', '合計', sum(({ households }) => households ?? 0), sum((row) => row.envelopesIssued), sum((row) => row.envelopesReturned),
        sum((row) => row.slipsIssued), sum((row) => row.slipsReturned), null, null, '',
      ],
    },
  ]
}

/** 確認が要る納入, those that somebody has looked at included. */
export async function checkSheets(deps: Deps, year: FiscalYear): Promise<WorkbookSheet[]> {
  const findings = await duesChecks(deps, year)
  return [
    {
      name: '確認が要る納入',
      columns: [{ heading: '種類' }, { heading: '内容' }, { heading: '確認' }, { heading: '確認の記録' }, { heading: '確認した人' }, { heading: '確認した日', kind: 'date' }],
      rows: findings.map(({ kind, sentence, mark }) => [
        duesFindingKindNames[kind], sentence, mark === null ? '' : '確認済み', mark?.note ?? '', mark?.markedBy ?? '',
        mark === null ? null : localDateInTokyo(new Date(mark.markedAt)),
      ]),
    },
  ]
}

/** 入会の見込み, what is to be done first standing first. */
export async function prospectSheets(deps: Deps, input: ProspectListInput): Promise<WorkbookSheet[]> {
  const { prospects } = await readProspects(deps, input)
  return [
    {
      name: '入会の見込み',
      columns: [
        { heading: '段階' }, { heading: '支援者番号', kind: 'count' }, { heading: '名称' }, { heading: '会員種別' }, { heading: '見込みの口数', kind: 'count' },
        { heading: '次にすること' }, { heading: '予定日', kind: 'date' }, { heading: '担当者' }, { heading: '最後の接触', kind: 'date' }, { heading: '備考' },
      ],
      rows: prospects.map((row) => [
        prospectStageNames[row.stage], row.supporterNumber, row.name, row.duesKindName, row.hopedUnits, row.nextAction, row.nextActionOn,
        row.responsibleName ?? '', row.contactedOn, row.note,
      ]),
      total: ['', null, `${prospects.length}件`, '', prospects.reduce((sum, { hopedUnits }) => sum + (hopedUnits ?? 0), 0), '', null, '', null, ''],
    },
  ]
}
