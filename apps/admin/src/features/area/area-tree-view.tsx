import { areasMeantBy } from '@sasaeai/domain/area/area-lookup'
import type { AreaId } from '@sasaeai/domain/ids'
import { classList } from '@sasaeai/ui/class-list'
import { Icon } from '@sasaeai/ui/icon'
import { StatusChip } from '@sasaeai/ui/status-chip'
import { TextField } from '@sasaeai/ui/text-field'
import { useState } from 'react'
import { areasAbove, childrenByParent, type ListedArea } from './area-tree.ts'

interface AreaTreeViewProps {
  readonly areas: readonly ListedArea[]
  readonly selected: ListedArea | undefined
  readonly onSelect: (areaId: AreaId) => void
}

/** The tree of areas to open, close and choose from; typed words narrow it to a list. */
export function AreaTreeView({ areas, selected, onSelect }: AreaTreeViewProps) {
  const [text, setText] = useState('')
  const root = areas.find((area) => area.parentId === null)
  const [opened, setOpened] = useState<ReadonlySet<AreaId>>(new Set())
  const above = selected === undefined ? [] : areasAbove(areas, selected)
  const isOpen = (area: ListedArea) => area === root || opened.has(area.areaId)
  const select = (areaId: AreaId) => onSelect(areaId)
  const toggle = (area: ListedArea) =>
    setOpened(isOpen(area) ? new Set([...opened].filter((each) => each !== area.areaId)) : new Set([...opened, area.areaId]))
  const found = text === '' ? undefined : areasMeantBy(areas, text, 50)
  const children = childrenByParent(areas)
  return (
    <nav aria-label="地域の一覧" className="flex flex-col gap-3">
      <TextField label="地域をさがす" type="search" width="full" support="コード、名称、よみ"
        onChange={(event) => setText(event.currentTarget.value)} />
      <div className="max-h-[70dvh] overflow-y-auto rounded-8 border border-line p-2 max-lg:max-h-72">
        {found === undefined ? (
          root !== undefined && (
            <ul>
              <TreeLine
                area={root}
                tree={{ children, isOpen: (area) => isOpen(area) || above.includes(area), toggle, select, selected }}
              />
            </ul>
          )
        ) : (
          <FoundAreas found={found} selected={selected} onSelect={select} />
        )}
      </div>
    </nav>
  )
}

interface Tree {
  readonly children: ReturnType<typeof childrenByParent>
  readonly isOpen: (area: ListedArea) => boolean
  readonly toggle: (area: ListedArea) => void
  readonly select: (areaId: AreaId) => void
  readonly selected: ListedArea | undefined
}

function TreeLine({ area, tree }: { area: ListedArea; tree: Tree }) {
  const children = tree.children.get(area.areaId) ?? []
  const isOpen = tree.isOpen(area)
  return (
    <li>
      <div className="flex items-center">
        {children.length === 0 ? (
          <span className="size-9 shrink-0" />
        ) : (
          <button
            type="button"
            aria-expanded={isOpen}
            aria-label={`${area.name}の下の地域を${isOpen ? '閉じる' : '開く'}`}
            onClick={() => tree.toggle(area)}
            className="grid size-9 shrink-0 cursor-pointer place-items-center rounded-6 hover:bg-surface-sub"
          >
            <Icon name={isOpen ? 'chevron-down' : 'chevron-right'} />
          </button>
        )}
        <AreaButton area={area} isSelected={area.areaId === tree.selected?.areaId} onSelect={tree.select} />
      </div>
      {isOpen && children.length > 0 && (
        <ul className="pl-5">
          {children.map((child) => (
            <TreeLine key={child.areaId} area={child} tree={tree} />
          ))}
        </ul>
      )}
    </li>
  )
}

function FoundAreas({ found, selected, onSelect }: Omit<AreaTreeViewProps, 'areas'> & { found: readonly ListedArea[] }) {
  if (found.length === 0) return <p className="p-3 text-ink-sub">該当する地域はありません。</p>
  return (
    <ul>
      {found.map((area) => (
        <li key={area.areaId} className="flex">
          <AreaButton area={area} isSelected={area.areaId === selected?.areaId} onSelect={onSelect} />
        </li>
      ))}
    </ul>
  )
}

interface AreaButtonProps {
  readonly area: ListedArea
  readonly isSelected: boolean
  readonly onSelect: (areaId: AreaId) => void
}

function AreaButton({ area, isSelected, onSelect }: AreaButtonProps) {
  return (
    <button
      type="button"
      aria-current={isSelected || undefined}
      onClick={() => onSelect(area.areaId)}
      className={classList(
        'flex min-h-(--control-small) min-w-0 flex-1 cursor-pointer items-center gap-2 rounded-6 px-2 py-1 text-left hover:bg-surface-sub',
        isSelected && 'bg-accent-soft font-bold',
      )}
    >
      <span className="figures shrink-0 text-[0.875rem] text-ink-sub">{area.code}</span>
      <span className="min-w-0 flex-1">{area.name}</span>
      {area.closedOn !== null && <StatusChip>使用終了</StatusChip>}
    </button>
  )
}
