import { householdBasisNames } from '@sasaeai/domain/area/household-basis'
import { formatLocalDate, formatLocalDateShort } from '@sasaeai/domain/calendar/japanese-era'
import { groupDigits } from '@sasaeai/domain/money/group-digits'
import { formatAttainment, formatRatio } from '@sasaeai/domain/money/ratio'
import { addYen, formatYenDelta, negateYen } from '@sasaeai/domain/money/yen'
import { HelpTip } from '@sasaeai/ui/help-tip'
import { StatFigure } from '@sasaeai/ui/stat-figure'
import { entriesHref } from '../../../app/entries-href.ts'
import { type ProgressView, receivedFilter } from './progress-view.ts'

/** What a person asks first: how much has come, against what was suggested and against last year, and from how many. */
export function ProgressHeadline({ view }: { view: ProgressView }) {
  const { cut, whole, lowest } = view
  const asked = lowest.paid + lowest.partial + lowest.unpaid
  const received = receivedFilter(view, 'this')
  return (
    <div className="grid grid-cols-2 gap-6 max-sm:gap-3 xl:grid-cols-4 print:grid-cols-4 print:gap-4">
      <StatFigure
        label="納入額"
        value={formatYenDelta(whole.receivedYen)}
        unit="円"
        {...(received === null ? {} : { href: entriesHref(received) })}
        deltas={[
          { label: '去年同日より', value: `${formatYenDelta(addYen(whole.receivedYen, negateYen(whole.lastYen)))}円` },
        ]}
        note={`${formatLocalDateShort(cut.until)}まで（去年は${formatLocalDateShort(cut.lastUntil)}まで）`}
      />
      <StatFigure
        label="目安額に対して"
        help={<ExpectedHelp />}
        value={formatAttainment(whole.receivedYen, whole.expectedYen)}
        note={`目安額 ${formatYenDelta(whole.expectedYen)}円`}
      />
      {view.kind?.unit === 'household' || view.households !== null ? (
        <EnrollmentFigure view={view} />
      ) : (
        <StatFigure
          label="納入した会員"
          value={whole.askedMembers === 0 ? '—' : `${groupDigits(whole.paidMembers)}／${groupDigits(whole.askedMembers)}`}
          {...(view.kind === undefined ? {} : { href: `/admin/dues/members?duesKindId=${view.kind.duesKindId}` })}
          note={`お願いした口数 ${groupDigits(whole.askedUnits)}口`}
        />
      )}
      {asked > 0 && (
        <StatFigure
          label="納入のあった地域"
          value={`${groupDigits(lowest.paid + lowest.partial)}／${groupDigits(asked)}`}
          note={`目安に届いた ${groupDigits(lowest.paid)}・一部 ${groupDigits(lowest.partial)}・未納 ${groupDigits(lowest.unpaid)}`}
        />
      )}
    </div>
  )
}

function EnrollmentFigure({ view: { households, allHouseholds, whole } }: { view: ProgressView }) {
  return (
    <StatFigure
      label="加入率"
      help={<EnrollmentHelp />}
      value={formatRatio(whole.paidHouseholds, allHouseholds)}
      note={
        households === null || allHouseholds === null
          ? '世帯数が登録されていません'
          : `納入 ${groupDigits(whole.paidHouseholds)}世帯 ÷ ${householdBasisNames[households.basis]} ${groupDigits(allHouseholds)}世帯（${formatLocalDate(households.asOf)}現在）`
      }
    />
  )
}

function ExpectedHelp() {
  return (
    <HelpTip term="目安額">
      確定した納入のお願いの合計です。会費は任意のご協力なので、目安に届いていなくても「不足」ではありません。
    </HelpTip>
  )
}

function EnrollmentHelp() {
  return (
    <HelpTip term="加入率">
      会費を納めた世帯の数を、地域の世帯数で割った割合です。どの世帯数で割ったかを必ず添えて示します。
    </HelpTip>
  )
}
