import type { CouncilDetails } from '@sasaeai/domain/council/council-details'

/** The council's details for those who may read but not change them. */
export function CouncilSummary({ council }: { council: CouncilDetails }) {
  const lines: [string, string][] = [
    ['名称', council.name],
    ['フリガナ', council.nameKana],
    ['代表者', council.representative],
    ['郵便番号', council.postalCode.replace(/^(\d{3})(\d{4})$/, '$1-$2')],
    ['住所', council.address],
    ['電話番号', council.phone],
    ['メールアドレス', council.email],
    ['受付の承認', council.requiresIntakeApproval ? 'もう1人の承認が必要' : '必要としない'],
  ]
  return (
    <dl className="grid gap-x-8 gap-y-3 sm:grid-cols-[12rem_1fr]">
      {lines.map(([term, value]) => (
        <div key={term} className="contents">
          <dt className="font-bold">{term}</dt>
          <dd className="max-sm:mb-2">{value === '' ? '—' : value}</dd>
        </div>
      ))}
    </dl>
  )
}
