import type { WorkbookSheet } from '@sasaeai/documents/write-workbook'
import type { FiscalYear } from '@sasaeai/domain/calendar/fiscal-year'
import { duesRequestStatusNames } from '@sasaeai/domain/membership-dues/request/dues-request-status'
import { duesUnitNames } from '@sasaeai/domain/membership-dues/terms/dues-unit'
import { sumYen } from '@sasaeai/domain/money/yen'
import type { Deps } from '../../deps.ts'
import { readDuesRequests } from './dues-request-overview.ts'

/** 納入のお願い of a year kind by kind, beside last year. Named households are asked within their association and not counted as 会員 here. */
export async function requestSheets(deps: Deps, year: FiscalYear): Promise<WorkbookSheet[]> {
  const kinds = await readDuesRequests(deps, year)
  const asked = kinds.flatMap(({ request }) => (request === null ? [] : [request]))
  const sum = (count: (request: (typeof asked)[number]) => number) => asked.reduce((total, request) => total + count(request), 0)
  const ownMembers = ({ memberLines, withinArea }: (typeof asked)[number]) => memberLines - withinArea
  return [{
    name: '納入のお願い',
    columns: [
      { heading: 'コード' }, { heading: '会員種別' }, { heading: '状態' }, { heading: '基準日', kind: 'date' }, { heading: '単位' }, { heading: '目安（円）', kind: 'yen' }, { heading: '地域（件）', kind: 'count' },
      { heading: '会員（件）', kind: 'count' }, { heading: '世帯数', kind: 'count' }, { heading: '口数', kind: 'count' }, { heading: '目安額（円）', kind: 'yen' }, { heading: '前年の目安額（円）', kind: 'yen' },
      { heading: '前年の納入額（円）', kind: 'yen' },
    ],
    rows: kinds.map(({ code, name, terms, request, lastExpectedYen, lastReceivedYen }) => [
      code, name, request === null ? '準備前' : duesRequestStatusNames[request.status], request?.requestedOn ?? null, terms === null ? '条件がありません' : duesUnitNames[terms.unit], terms?.unitYen ?? null,
      ...(request === null ? [null, null, null, null, null] : [request.areaLines, ownMembers(request), request.households, request.units, request.expectedYen]), lastExpectedYen, lastReceivedYen,
    ]),
    total: [
      '', '合計', '', null, '', null, sum(({ areaLines }) => areaLines), sum(ownMembers), sum(({ households }) => households), sum(({ units }) => units), sum(({ expectedYen }) => expectedYen),
      sumYen(kinds.flatMap(({ lastExpectedYen }) => (lastExpectedYen === null ? [] : [lastExpectedYen]))), sumYen(kinds.map(({ lastReceivedYen }) => lastReceivedYen)),
    ],
  }]
}
