import { formatFiscalYear } from '@sasaeai/domain/calendar/japanese-era'
import { computations, isComputationKey } from '@sasaeai/domain/funding-indicator/indicator/computations'
import { StatusChip } from '@sasaeai/ui/status-chip'
import type { IndicatorInFull, YearInFull } from './indicator-page.tsx'
import { parameterWords } from './parameter-words.ts'

/** 定義の版, side by side; the one that the year in view is measured by is marked. */
export function IndicatorVersions({ indicator: { versions }, year }: { readonly indicator: IndicatorInFull; readonly year: YearInFull }) {
  return (
    <section aria-labelledby="versions">
      <h2 id="versions" className="mb-3 text-[1.25rem] font-bold">定義の版</h2>
      <div className="grid gap-4 md:grid-cols-2 xl:grid-cols-3 print:grid-cols-2">
        {versions.toReversed().map(({ version, definition, formula, computation, parameters, fromFiscalYear, reason }) => (
          <article key={version} className="keep-together flex flex-col gap-2 rounded-8 border border-line p-4 print:p-2">
            <h3 className="flex flex-wrap items-center gap-2 font-bold">
              第{version}版　{fromFiscalYear === null ? 'はじめから' : `${formatFiscalYear(fromFiscalYear)}から`}
              {version === year.versionNumber && <StatusChip tone="accent">{formatFiscalYear(year.fiscalYear)}の定義</StatusChip>}
            </h3>
            <p className="whitespace-pre-line">{definition}</p>
            {formula !== '' && <p className="text-[0.9375rem]"><span className="text-ink-sub">式　</span>{formula}</p>}
            {isComputationKey(computation) && (
              <p className="text-[0.875rem] text-ink-sub">計算のしかた：{[computations[computation].name, ...parameterWords(computation, parameters)].join('　')}</p>
            )}
            {reason !== '' && <p className="text-[0.875rem]"><span className="text-ink-sub">変更の理由　</span>{reason}</p>}
          </article>
        ))}
      </div>
    </section>
  )
}
