import { formatLocalDate } from '@sasaeai/domain/calendar/japanese-era'
import { groupDigits } from '@sasaeai/domain/money/group-digits'
import { AppLink } from '../../../app/app-link.tsx'
import { DetailList } from '../../../app/detail-list.tsx'
import type { DuesOfArea } from './dues-of-area-page.tsx'

/** What the area was given, and what came back. */
export function AreaMaterials({ dues: { material } }: { dues: DuesOfArea }) {
  return (
    <section aria-labelledby="area-materials">
      <h2 id="area-materials" className="mb-2 text-[1.125rem] font-bold">
        資材
      </h2>
      {material === null ? (
        <p className="text-ink-sub">
          まだ何も渡していません。<AppLink to="/dues/materials">資材のページ</AppLink>で記録します。
        </p>
      ) : (
        <DetailList
          lines={[
            ['封筒', pieces(material.envelopesIssued, material.envelopesReturned)],
            ['納入票', pieces(material.slipsIssued, material.slipsReturned)],
            ['渡した日', material.issuedOn === null ? '' : formatLocalDate(material.issuedOn)],
            ['戻った日', material.returnedOn === null ? '' : formatLocalDate(material.returnedOn)],
            ...(material.note === '' ? [] : [['備考', material.note] as const]),
          ]}
        />
      )}
    </section>
  )
}

function pieces(issued: number, returned: number): string {
  return issued + returned === 0 ? '' : `渡した ${groupDigits(issued)}枚・戻った ${groupDigits(returned)}枚`
}
