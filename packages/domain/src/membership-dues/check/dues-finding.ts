import { formatFiscalYear, formatLocalDateShort } from '../../calendar/japanese-era.ts'
import type { LocalDate } from '../../calendar/local-date.ts'
import type { AreaId, DuesKindId, JournalEntryId, SupporterId } from '../../ids.ts'
import type { FiscalYear } from '../../calendar/fiscal-year.ts'
import type { PostingFilter } from '../../ledger/posting-filter.ts'
import { groupDigits } from '../../money/group-digits.ts'
import { formatYen, sumYen, type Yen } from '../../money/yen.ts'

/** What asks for a second look. None of it is a mistake by itself, and none of it keeps anything from being booked. */
export const duesFindingKinds = ['twice', 'moved', 'late', 'several_kinds', 'too_many_households'] as const
export type DuesFindingKind = (typeof duesFindingKinds)[number]

export const duesFindingKindNames: Record<DuesFindingKind, string> = {
  twice: '同じ会費が2回以上',
  moved: '年度の途中の転居・経路の違い',
  late: '3月を過ぎて届いた会費',
  several_kinds: '1人が複数の種別',
  too_many_households: '納入世帯が世帯数より多い',
}

/** A payment in the books that was not taken back. */
export interface CheckedPayment {
  readonly entryId: JournalEntryId
  readonly entryNumber: number
  readonly entryDate: LocalDate
  readonly amountYen: Yen
  readonly duesKindId: DuesKindId
  readonly duesKind: string
  /** The area whose bundle it came in; null when it was paid directly. */
  readonly through: string | null
}

/** Who or what a finding is about. */
export interface CheckedPayer {
  readonly supporterId: SupporterId | null
  readonly areaId: AreaId | null
  /** With the 支援者番号 or the area's code. */
  readonly name: string
}

export interface DuesFinding extends CheckedPayer {
  readonly kind: DuesFindingKind
  /** Stays the same until more is paid or the register changes: what was marked as looked at stays so. */
  readonly key: string
  /** What was found, in one plain sentence. */
  readonly sentence: string
  readonly payments: readonly CheckedPayment[]
  /** The list of 明細 behind it. */
  readonly filter: PostingFilter
}

interface NamedPayments extends CheckedPayer {
  readonly supporterId: SupporterId
  readonly payments: readonly CheckedPayment[]
}

/** One payer's payments of a year: the same kind paid twice, and several kinds. */
export function findingsOfPayer(year: FiscalYear, payer: NamedPayments): DuesFinding[] {
  const { supporterId, payments } = payer
  const byKind = [...Map.groupBy(payments, ({ duesKindId }) => duesKindId)]
  const twice = byKind.flatMap(([duesKindId, paid]) =>
    paid.length < 2
      ? []
      : [
          {
            ...payer,
            kind: 'twice' as const,
            key: `twice/${supporterId}/${duesKindId}/${sizeOf(paid)}`,
            sentence: twiceSentence(payer.name, paid),
            payments: paid,
            filter: { duesYear: year, supporterId, duesKindId },
          },
        ],
  )
  if (byKind.length < 2) return twice
  const names = byKind.map(([, [first]]) => first?.duesKind ?? '')
  return [
    ...twice,
    {
      ...payer,
      kind: 'several_kinds',
      key: `several_kinds/${supporterId}/${sizeOf(payments)}`,
      sentence: `${payer.name}は${names.join('と')}の両方を納めています。ご本人の意向どおりか確かめてください。`,
      filter: { duesYear: year, supporterId },
    },
  ]
}

function twiceSentence(name: string, paid: readonly CheckedPayment[]): string {
  const ways = paid.map(({ entryDate, entryNumber, amountYen, through }) => {
    const way = through === null ? '直接' : `${through}を通して`
    return `${formatLocalDateShort(entryDate)}に${formatYen(amountYen)}円（伝票${entryNumber}、${way}）`
  })
  const total = formatYen(sumYen(paid.map(({ amountYen }) => amountYen)))
  return `${name}の${paid[0]?.duesKind ?? '会費'}が${paid.length}回あります：${ways.join('、')}。合わせて${total}円です。`
}

/** Dues that came after March 31 of their year. */
export function lateFinding(year: FiscalYear, payer: CheckedPayer, payment: CheckedPayment): DuesFinding {
  const { supporterId, areaId } = payer
  const { entryDate, entryNumber, amountYen, duesKind, duesKindId } = payment
  return {
    ...payer,
    kind: 'late',
    key: `late/${payment.entryId}`,
    sentence: `${payer.name}の${formatFiscalYear(year)}分の${duesKind} ${formatYen(amountYen)}円は、年度を過ぎた${formatLocalDateShort(entryDate)}に届きました（伝票${entryNumber}）。`,
    payments: [payment],
    filter: {
      duesYear: year,
      from: entryDate,
      to: entryDate,
      duesKindId,
      ...(supporterId === null ? {} : { supporterId }),
      ...(areaId === null ? {} : { areaId }),
    },
  }
}

/** A member whose address, or whose payment, is of another area than the one the membership is paid through. */
export function movedFinding(
  year: FiscalYear,
  payer: NamedPayments,
  { throughName, elsewhere, how }: { throughName: string; elsewhere: string; how: 'address' | 'payment' },
): DuesFinding {
  const found = how === 'address' ? `住所の地域は${elsewhere}です` : `今年度は${elsewhere}から届きました`
  return {
    ...payer,
    kind: 'moved',
    key: `moved/${payer.supporterId}/${throughName}/${elsewhere}`,
    sentence: `${payer.name}は${throughName}を通して納める会員ですが、${found}。転居や経路の変更がないか確かめてください。`,
    filter: { duesYear: year, supporterId: payer.supporterId },
  }
}

/** More households paid than there are. */
export function householdsFinding(
  year: FiscalYear,
  payer: CheckedPayer & { readonly areaId: AreaId },
  { duesKindId, paid, households }: { duesKindId: DuesKindId; paid: number; households: number },
): DuesFinding {
  return {
    ...payer,
    kind: 'too_many_households',
    key: `too_many_households/${payer.areaId}/${duesKindId}/${paid}/${households}`,
    sentence: `${payer.name}は${groupDigits(paid)}世帯が納めたことになっていますが、登録されている世帯数は${groupDigits(households)}です。件数の入力か世帯数を確かめてください。`,
    payments: [],
    filter: { duesYear: year, areaId: payer.areaId, duesKindId },
  }
}

/** Another payment makes another finding, which asks for its own look. */
function sizeOf(paid: readonly CheckedPayment[]): string {
  return `${paid.length}/${sumYen(paid.map(({ amountYen }) => amountYen))}`
}
