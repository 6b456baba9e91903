/** What is recorded, for those who may read but not change it; — where there is nothing. */
export function DetailList({ lines }: { lines: readonly (readonly [term: string, value: string])[] }) {
  return (
    <dl className="grid gap-x-8 sm:gap-y-3 sm:grid-cols-[12rem_1fr]">
      {lines.map(([term, value]) => (
        <div key={term} className="contents">
          <dt className="font-bold">{term}</dt>
          <dd className="whitespace-pre-line max-sm:mb-3">{value === '' ? '—' : value}</dd>
        </div>
      ))}
    </dl>
  )
}
