/** The headings of a sheet that is typed into; on a phone each field says itself what it is. */
export function SheetHead({ headings }: { headings: readonly string[] }) {
  return (
    <thead className="max-sm:hidden">
      <tr>
        {headings.map((words) => (
          <th key={words} scope="col" className="border-b border-solid-gray-420 px-1 py-1.5 text-left text-[0.8125rem] text-ink-sub">{words}</th>
        ))}
      </tr>
    </thead>
  )
}
