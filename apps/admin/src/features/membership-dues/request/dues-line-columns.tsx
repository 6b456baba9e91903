import { fiscalYear as fiscalYearOfNumber, type FiscalYear } from '@sasaeai/domain/calendar/fiscal-year'
import type { LinePayer } from '@sasaeai/domain/membership-dues/request/dues-request-payer'
import { formatSlipNumber } from '@sasaeai/domain/membership-dues/request/slip-number'
import type { PostingFilter } from '@sasaeai/domain/ledger/posting-filter'
import { groupDigits } from '@sasaeai/domain/money/group-digits'
import { formatYen } from '@sasaeai/domain/money/yen'
import { Button } from '@sasaeai/ui/button'
import type { Column } from '@sasaeai/ui/data-table'
import { AppLink } from '../../../app/app-link.tsx'
import { FigureLink } from '../../funding-indicator/figure-link.tsx'
import type { DuesLine } from './dues-lines.tsx'
import type { DuesRequestOfKind } from './dues-requests-page.tsx'

/** What can be done with a line: say what it should be, and let it follow households and members again. */
interface LineActs {
  readonly onAdjust: (line: DuesLine) => void
  readonly onDrop: (line: DuesLine) => void
}

interface LineColumnsAsked {
  readonly kind: DuesRequestOfKind
  readonly payer: LinePayer
  readonly fiscalYear: FiscalYear
  /** Left out for who may not change lines. */
  readonly acts: LineActs | undefined
}

/** The columns of a request's lines; a 納入番号 appears once it is given. */
export function duesLineColumns({ kind, payer, fiscalYear, acts }: LineColumnsAsked): Column<DuesLine>[] {
  const isFixed = kind.request?.status === 'fixed'
  const byHouseholds = kind.terms?.unit === 'household'
  const number: Column<DuesLine> = {
    id: 'slip',
    header: '納入番号',
    cell: ({ slipNumber }) => slipNumber !== null && <span className="figures whitespace-nowrap">{formatSlipNumber({ fiscalYear, kindCode: kind.code, number: slipNumber })}</span>,
  }
  const adjust: Column<DuesLine> = {
    id: 'adjust',
    header: '操作',
    isActs: true,
    cell: (line) => (
      <div className="flex flex-wrap gap-2">
        <Button size="small" icon="pencil" aria-label={`${payerName(line)}の目安額を直す`} onClick={() => acts?.onAdjust(line)}>
          直す
        </Button>
        {line.adjustmentReason !== '' && !isFixed && (
          <Button size="small" icon="undo" aria-label={`${payerName(line)}の手直しを取り消す`} onClick={() => acts?.onDrop(line)}>
            取り消す
          </Button>
        )}
      </div>
    ),
  }
  return [
    ...(isFixed ? [number] : []),
    { id: 'payer', header: payer === 'area' ? '地域' : '会員', isRowHeader: true, cell: (line) => <PayerLink line={line} /> },
    ...(payer === 'member' ? [{ id: 'route', header: '経路', cell: routeOf }] : []),
    ...(byHouseholds ? [] : [unitsColumn]),
    ...(byHouseholds && payer === 'area' ? [householdsColumn] : []),
    {
      id: 'expected',
      header: '目安額（円）',
      align: 'end',
      cell: ({ expectedYen, isWithinArea }) => (isWithinArea ? `（${formatYen(expectedYen)}）` : formatYen(expectedYen)),
    },
    { id: 'lastExpected', header: '前年の目安額', align: 'end', isWideOnly: true, cell: ({ lastExpectedYen }) => (lastExpectedYen === null ? '—' : formatYen(lastExpectedYen)) },
    {
      id: 'lastReceived',
      header: '前年の納入',
      align: 'end',
      cell: (line) => <FigureLink amountYen={line.lastReceivedYen} filter={lastYearOf(line, { kind, fiscalYear })} label={`前年の${payerName(line)}`} />,
    },
    { id: 'reason', header: '直した理由', cell: ({ adjustmentReason }) => adjustmentReason },
    ...(acts === undefined ? [] : [adjust]),
  ]
}

const unitsColumn: Column<DuesLine> = { id: 'units', header: '口数', align: 'end', cell: ({ units }) => (units === null ? '—' : groupDigits(units)) }
const householdsColumn: Column<DuesLine> = {
  id: 'households',
  header: '世帯数',
  align: 'end',
  cell: ({ households }) => (households === null ? '—' : groupDigits(households)),
}

function PayerLink({ line }: { line: DuesLine }) {
  if (line.member !== null) {
    return (
      <AppLink to="/dues/members/$membershipId" params={{ membershipId: line.member.membershipId }}>
        {line.member.number} {line.member.name}
      </AppLink>
    )
  }
  if (line.areaId === null) return null
  return (
    <AppLink to="/dues/areas/$areaId" params={{ areaId: line.areaId }}>
      {line.areaCode} {line.areaName}
    </AppLink>
  )
}

function routeOf({ areaName, isWithinArea }: DuesLine): string {
  if (areaName === null) return '直接'
  return isWithinArea ? `${areaName}（目安額に含む）` : areaName
}

/** Whose line it is, in words. */
export function payerName({ member, areaName }: DuesLine): string {
  return member?.name ?? areaName ?? ''
}

function lastYearOf({ member, areaId }: DuesLine, { kind, fiscalYear }: Pick<LineColumnsAsked, 'kind' | 'fiscalYear'>): PostingFilter {
  const filter = { duesYear: fiscalYearOfNumber(fiscalYear - 1), duesKindId: kind.duesKindId }
  if (member !== null) return { ...filter, supporterId: member.supporterId }
  return areaId === null ? filter : { ...filter, areaId }
}
