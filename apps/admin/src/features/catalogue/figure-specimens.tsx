import { BarCell } from '@sasaeai/ui/bar-cell'
import { DataTable } from '@sasaeai/ui/data-table'
import type { Column } from '@sasaeai/ui/data-table'
import { HelpTip } from '@sasaeai/ui/help-tip'
import { StatFigure } from '@sasaeai/ui/stat-figure'
import { CatalogueEntry } from './catalogue-entry.tsx'

interface District {
  readonly name: string
  readonly amount: string
  readonly change: string
  readonly share: number
  readonly lastShare: number
}

const districts: readonly District[] = [
  { name: '西国分', amount: '1,842,500', change: '+3.2%', share: 1, lastShare: 0.969 },
  { name: '荘島', amount: '1,204,000', change: '△4.8%', share: 0.653, lastShare: 0.686 },
  { name: '日吉', amount: '986,500', change: '+12.0%', share: 0.535, lastShare: 0.478 },
  { name: '篠山', amount: '412,000', change: '△0.6%', share: 0.224, lastShare: 0.225 },
  { name: '田主丸', amount: '0', change: '—', share: 0, lastShare: 0.12 },
]

const districtColumns: readonly Column<District>[] = [
  { id: 'name', header: '校区', cell: (district) => district.name, isRowHeader: true, footer: '計' },
  { id: 'amount', header: '実績（円）', cell: (district) => district.amount, align: 'end', footer: '4,445,000' },
  { id: 'change', header: '前年同日比', cell: (district) => district.change, align: 'end', footer: '+1.1%' },
  {
    id: 'bar',
    header: '実績（縦線は前年）',
    cell: (district) => <BarCell share={district.share} markShare={district.lastShare} />,
  },
]

const custodyHelp = (
  <HelpTip term="預り金">共同募金会のお金を、送金するまで預かっているものです。社協の収入ではありません。</HelpTip>
)

/** stat-figure and bar-cell. */
export function FigureSpecimens() {
  return (
    <>
      <CatalogueEntry name="stat-figure" title="大きな数字" description="押すと、その数字を作っている明細が開きます。減少は△で示します。">
        <div className="grid gap-x-8 gap-y-7 sm:grid-cols-2 lg:grid-cols-4">
          <StatFigure
            label="社協会費"
            value="28,412,500"
            unit="円"
            href="#stat-figure"
            deltas={[{ label: '前年同日比', value: '+2.4%' }]}
          />
          <StatFigure
            label="赤い羽根共同募金"
            value="9,846,120"
            unit="円"
            href="#stat-figure"
            deltas={[
              { label: '前年同日比', value: '△3.1%' },
              { label: '達成率', value: '82.1%' },
            ]}
          />
          <StatFigure label="預り金の残高" value="1,258,306" unit="円" href="#stat-figure" help={custodyHelp} note="R8.11.21現在" />
          <StatFigure label="会員加入率" value="—" note="世帯数が未登録のため計算できません" />
        </div>
      </CatalogueEntry>
      <CatalogueEntry name="bar-cell" title="表の中の棒" description="印刷しても読めます。数字は隣の列にあります。">
        <DataTable caption="校区別の実績" columns={districtColumns} rows={districts} rowKey={(district) => district.name} />
      </CatalogueEntry>
    </>
  )
}
