import { Breadcrumb } from '@sasaeai/ui/breadcrumb'
import { Button } from '@sasaeai/ui/button'
import { DemoRibbon } from '@sasaeai/ui/demo-ribbon'
import { StatusChip } from '@sasaeai/ui/status-chip'
import { Tabs } from '@sasaeai/ui/tabs'
import { YearSwitcher } from '@sasaeai/ui/year-switcher'
import { useState } from 'react'
import { CatalogueEntry, Specimen } from './catalogue-entry.tsx'
import { PaletteSpecimen } from './palette-specimen.tsx'

const crumbs = [
  { label: 'ホーム', href: '#navigation' },
  { label: '伝票', href: '#navigation' },
  { label: 'No.1284' },
]

const tabs = [
  { id: 'entry', label: '仕訳', content: <p>借方と貸方がここに並びます。</p> },
  { id: 'history', label: '履歴', content: <p>誰がいつ記帳し、取り消したか。</p> },
  { id: 'documents', label: '書類', content: <p>発行した領収書と預り証。</p> },
]

const years = [
  { value: '2026', label: '令和8年度' },
  { value: '2025', label: '令和7年度' },
]

/** breadcrumb, tabs, demo-ribbon, year-switcher and command-palette. */
export function NavigationSpecimens() {
  const [year, setYear] = useState('2026')
  return (
    <CatalogueEntry name="navigation" title="移動" description="今どこにいて、どこへ行けるか。">
      <Specimen state="現在位置 breadcrumb">
        <Breadcrumb crumbs={crumbs} />
      </Specimen>
      <Specimen state="見出しと操作 page-header">
        <div className="flex flex-wrap items-center gap-3">
          <span className="text-[1.625rem] font-bold">伝票 No.1284</span>
          <StatusChip tone="success">記帳済み</StatusChip>
          <Button size="small" icon="printer">
            印刷
          </Button>
        </div>
      </Specimen>
      <Specimen state="切り替え tabs">
        <Tabs label="伝票の内容" items={tabs} />
      </Specimen>
      <Specimen state="年度 year-switcher">
        <YearSwitcher years={years} value={year} onChange={setYear} />
      </Specimen>
      <Specimen state="デモの帯 demo-ribbon">
        <DemoRibbon>
          <strong>デモ</strong>実際のお金は動きません
        </DemoRibbon>
      </Specimen>
      <Specimen state="検索・移動 command-palette（Ctrl+K）">
        <PaletteSpecimen />
      </Specimen>
    </CatalogueEntry>
  )
}
