import type { FigurePart } from '@sasaeai/domain/funding-indicator/indicator/figure-part'
import { formatAttained, formatIndicatorNumber, formatIndicatorValue } from '@sasaeai/domain/funding-indicator/indicator/format-indicator'
import { versionOfYear } from '@sasaeai/domain/funding-indicator/indicator/indicator-version'
import { StatFigure } from '@sasaeai/ui/stat-figure'
import { TextLink } from '@sasaeai/ui/text-link'
import { AppLink } from '../../../app/app-link.tsx'
import { entriesHref } from '../../../app/entries-href.ts'
import { useMayDo } from '../../../app/use-may-do.ts'
import type { MomentSearch } from '../../../app/moment-search.ts'
import type { IndicatorInFull, YearInFull } from './indicator-page.tsx'

interface OfYear extends MomentSearch {
  readonly indicator: IndicatorInFull
  readonly year: YearInFull
}

/** 実績・目標・達成率 of the year, and the formula with the numbers put in; each number opens its entries. */
export function FormulaFigures({ indicator, year, postedUntil }: OfYear) {
  const { value, target, attainment, asOfLabel, isMet, notes, computed } = year
  const version = versionOfYear(indicator.versions, year.fiscalYear)
  const shown = (figure: number | null) => ({ value: formatIndicatorNumber(figure, indicator.decimals), ...(figure === null ? {} : { unit: indicator.unit }) })
  const sourceWords = [asOfLabel, notes.source, notes.actual].filter((words) => words !== '').join('　')
  const reached = isMet === null ? '' : isMet ? '目標に達しています' : 'まだ目標に達していません'
  return (
    <section className="flex flex-col gap-6">
      <div className="grid gap-6 sm:grid-cols-3 print:grid-cols-3 print:gap-4">
        <StatFigure label="実績" {...shown(value)} {...(year.openTo === null ? {} : { href: entriesHref({ ...year.openTo, postedUntil }) })} note={sourceWords === '' ? '記録されていません' : sourceWords} />
        <StatFigure label="目標" {...shown(target)} note={notes.target === '' ? (target === null ? '決めていません' : '') : notes.target} />
        <StatFigure label="達成率" value={formatAttained(attainment)} note={reached} />
      </div>
      {version !== null && (
        <div className="keep-together rounded-8 bg-surface-sub p-4 print:p-2">
          <p className="font-bold">{version.formula === '' ? version.definition : version.formula}</p>
          {computed !== null && (
            <div className="mt-3 grid gap-x-8 gap-y-4 md:grid-cols-2">
              <Parts title={computed.denominator === null ? 'もとになる数' : '分子'} parts={computed.numerator} total={year.numerator} postedUntil={postedUntil} />
              {computed.denominator !== null && <Parts title="分母" parts={computed.denominator} total={year.denominator} postedUntil={postedUntil} />}
            </div>
          )}
          {computed !== null && computed.denominator !== null && (
            <p className="figures mt-3">
              {formatIndicatorNumber(year.numerator, 0)} ÷ {formatIndicatorNumber(year.denominator, 0)}
              {computed.isPercent ? ' × 100' : ''} ＝ <strong>{formatIndicatorValue(value, indicator)}</strong>
            </p>
          )}
        </div>
      )}
    </section>
  )
}

interface SideOfFormula extends MomentSearch {
  readonly title: string
  readonly parts: readonly FigurePart[]
  readonly total: number | null
}

/** One side of the formula, part by part. */
function Parts({ title, parts, total, postedUntil }: SideOfFormula) {
  const [unit = ''] = parts.map((part) => part.unit)
  return (
    <div className="min-w-0">
      <p className="text-[0.875rem] font-bold text-ink-sub">{title}</p>
      {parts.length === 0 && <p className="text-[0.9375rem]">記録がありません</p>}
      <dl className="text-[0.9375rem]">
        {parts.map((part) => (
          <div key={part.label} className="flex items-baseline justify-between gap-4 border-b border-line py-1">
            <dt className="min-w-0">{part.label}</dt>
            <dd className="figures whitespace-nowrap"><PartValue part={part} postedUntil={postedUntil} /></dd>
          </div>
        ))}
        {parts.length > 1 && (
          <div className="flex items-baseline justify-between gap-4 py-1 font-bold">
            <dt>計</dt>
            <dd className="figures whitespace-nowrap">{formatIndicatorValue(total, { decimals: 0, unit })}</dd>
          </div>
        )}
      </dl>
    </div>
  )
}

function PartValue({ part, postedUntil }: MomentSearch & { readonly part: FigurePart }) {
  const { label, openTo, list = null } = part
  const value = formatIndicatorValue(part.value, { decimals: 0, unit: part.unit })
  const mayDo = { members: useMayDo('dues.read'), givers: useMayDo('donation.read') }
  const look = { 'aria-label': `${label} ${value}の内訳`, className: 'text-ink print:no-underline' }
  if (part.value === null) return value
  if (openTo !== null) return <TextLink href={entriesHref({ ...openTo, postedUntil })} {...look}>{value}</TextLink>
  if (list === null || !mayDo[list.of]) return value
  const { fiscalYear } = list
  if (list.of === 'members') return <AppLink to="/dues/members" search={{ fiscalYear, duesKindId: list.duesKindId, state: list.state, postedUntil }} {...look}>{value}</AppLink>
  return <AppLink to="/executive/givers" search={{ fiscalYear, standing: list.standing, postedUntil }} {...look}>{value}</AppLink>
}
