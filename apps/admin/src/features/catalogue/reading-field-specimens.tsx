import { AmountField } from '@sasaeai/ui/amount-field'
import { DateField } from '@sasaeai/ui/date-field'
import type { Echo } from '@sasaeai/ui/date-field'
import { CatalogueEntry, Specimen, SpecimenGrid } from './catalogue-entry.tsx'

const knownDates: Record<string, string> = {
  'R8.4.1': '令和8年4月1日（水）',
  '20260401': '令和8年4月1日（水）',
  '0401': '令和8年4月1日（水）',
}

/** Stands in for the real parser, so that the catalogue looks the same on every day. */
function readKnownDate(text: string): Echo {
  const echo = knownDates[text]
  if (echo !== undefined) return { ok: true, echo }
  return { ok: false, message: '日付として読み取れません。例：R8.4.1、令和8年4月1日、20260401、0401' }
}

function readPlainAmount(text: string): Echo {
  const amount = Number(text.normalize('NFKC').replaceAll(/[,円]/g, ''))
  if (Number.isSafeInteger(amount)) return { ok: true, echo: `${amount.toLocaleString('ja-JP')}円` }
  return { ok: false, message: '数字だけで入力してください。例：1000、1,000' }
}

/** date-field and amount-field. */
export function ReadingFieldSpecimens() {
  return (
    <>
      <CatalogueEntry name="date-field" title="日付" description="いろいろな書き方を受け付け、読み取った日付を下に示します。">
        <SpecimenGrid>
          <Specimen state="空">
            <DateField label="受付日" requirement="required" support="例：R8.4.1、20260401、0401" read={readKnownDate} />
          </Specimen>
          <Specimen state="読み取れた">
            <DateField label="受付日" requirement="required" defaultValue="R8.4.1" read={readKnownDate} />
          </Specimen>
          <Specimen state="読み取れない">
            <DateField label="受付日" requirement="required" defaultValue="4月31日" read={readKnownDate} />
          </Specimen>
          <Specimen state="ほかの誤り">
            <DateField
              label="受付日"
              defaultValue="R8.4.1"
              read={readKnownDate}
              error="この月は締め済みです。5月1日以降の日付にするか、管理者に締めの解除を頼んでください。"
            />
          </Specimen>
        </SpecimenGrid>
      </CatalogueEntry>
      <CatalogueEntry name="amount-field" title="金額" description="右揃え。全角でも半角でも、カンマがあってもなくても受け付けます。">
        <SpecimenGrid>
          <Specimen state="空">
            <AmountField label="金額" requirement="required" read={readPlainAmount} />
          </Specimen>
          <Specimen state="読み取れた（全角）">
            <AmountField label="金額" requirement="required" defaultValue="１２５６０００" read={readPlainAmount} />
          </Specimen>
          <Specimen state="読み取れない">
            <AmountField label="金額" requirement="required" defaultValue="1千円" read={readPlainAmount} />
          </Specimen>
          <Specimen state="ほかの単位">
            <AmountField label="口数" unit="口" defaultValue="12" read={readPlainAmount} />
          </Specimen>
        </SpecimenGrid>
      </CatalogueEntry>
    </>
  )
}
