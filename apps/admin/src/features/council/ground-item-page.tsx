import type { LocalDate } from '@sasaeai/domain/calendar/local-date'
import type { ExportAsking } from '@sasaeai/domain/document/export-format'
import type { Permission } from '@sasaeai/domain/user/permission'
import { Button } from '@sasaeai/ui/button'
import { CheckboxField } from '@sasaeai/ui/checkbox-field'
import { type Column, DataTable } from '@sasaeai/ui/data-table'
import { EmptyState } from '@sasaeai/ui/empty-state'
import { PageHeader } from '@sasaeai/ui/page-header'
import { StatusChip } from '@sasaeai/ui/status-chip'
import { Fragment, type ReactNode, useState } from 'react'
import { ExportChoice } from '../../app/export-choice.tsx'
import type { ExportFile } from '../../app/export-file-dialog.tsx'
import type { DialogTurns } from '../../app/form-dialog.tsx'
import { PageError } from '../../app/page-error.tsx'
import { useMayDo } from '../../app/use-may-do.ts'
import { GroundItemActions, type GroundItemVerbs } from './ground-item-actions.tsx'

/** What every piece of ground data has. */
export interface GroundItem {
  readonly id: string
  readonly code: string
  readonly name: string
  readonly revision: number
  readonly closedOn: LocalDate | null
}

interface GroundItemPageProps<Item extends GroundItem> {
  readonly title: string
  /** 2 where the list is a part of a page. */
  readonly level?: 1 | 2
  readonly description: ReactNode
  /** What one of them is called: 「募金方法」. */
  readonly noun: string
  readonly items: {
    readonly data: readonly Item[] | undefined
    readonly isError: boolean
    readonly refetch: () => Promise<{ readonly data?: readonly Item[] | undefined }>
  }
  /** The columns between the name and the acts. */
  readonly columns: readonly Column<Item>[]
  readonly verbs: GroundItemVerbs
  /** What one needs to change the list; 'ground.manage' unless told. */
  readonly permission?: Permission
  /** What the first two columns are called where コード and 名称 are not the words. */
  readonly headings?: { readonly code: string; readonly name: string }
  /** Has the server write the whole list as a file. */
  readonly write?: ((asking: ExportAsking) => ReturnType<ExportFile['write']>) | undefined
  /** More buttons beside the one that adds. */
  readonly moreActions?: ReactNode
  /** Stands where rows would stand when there are none. */
  readonly empty?: ReactNode
  /** Filters or a year switcher above the table. */
  readonly filters?: ReactNode
  /** The dialog that adds (null) or edits one, as it was when the dialog opened. */
  readonly dialog?: (item: Item | null, turns: DialogTurns) => ReactNode
  /** Leads to the page that adds (null) or edits one, where a dialog has too little room. */
  readonly edit?: (item: Item | null) => void
}

/** A page of ground data: a short list with add, edit, 使用終了, 使用再開 and delete. */
export function GroundItemPage<Item extends GroundItem>(props: GroundItemPageProps<Item>) {
  const { title, description, noun, items, dialog, edit, filters, permission = 'ground.manage', empty } = props
  const mayManage = useMayDo(permission)
  const [edited, setEdited] = useState<Item | null | undefined>()
  const [withClosed, setWithClosed] = useState(false)
  const open = edit ?? setEdited
  const close = () => setEdited(undefined)
  const reload = async () => {
    const { data } = await items.refetch()
    setEdited((opened) => opened && data?.find(({ id }) => id === opened.id))
  }
  const hasClosed = items.data?.some((item) => item.closedOn !== null) ?? false
  const shown = items.data?.filter((item) => withClosed || item.closedOn === null)
  return (
    <div>
      <PageHeader title={title} level={props.level} description={description} actions={<PageActs {...props} mayManage={mayManage} onAdd={() => open(null)} />} />
      <div className="mb-2 flex flex-wrap items-center gap-x-8 gap-y-2 print-hidden">
        {filters}
        {hasClosed && (
          <CheckboxField
            label="使用終了も表示する"
            checked={withClosed}
            onChange={(event) => setWithClosed(event.currentTarget.checked)}
          />
        )}
      </div>
      {items.isError && items.data === undefined ? (
        <PageError reset={() => void items.refetch()} />
      ) : (
        <DataTable
          caption={title}
          columns={columnsOf(props, mayManage, open)}
          rows={shown}
          rowKey={(item) => item.id}
          phone="cards"
          empty={empty ?? <EmptyState title={`${noun}はまだありません`} />}
        />
      )}
      {edited !== undefined && (
        <Fragment key={edited?.revision}>{dialog?.(edited, { onClose: close, onReload: () => void reload() })}</Fragment>
      )}
    </div>
  )
}

type PageActsProps = Pick<GroundItemPageProps<GroundItem>, 'title' | 'noun' | 'write' | 'moreActions'> & { readonly mayManage: boolean; readonly onAdd: () => void }

function PageActs({ title, noun, write, moreActions, mayManage, onAdd }: PageActsProps) {
  return (
    <>
      {write !== undefined && (
        <ExportChoice subject={title} write={(format) => write({ format })}>すべての{noun}を、使用終了のものも含めて書き出します。</ExportChoice>
      )}
      {moreActions}
      {mayManage && <Button variant="primary" icon="plus" onClick={onAdd}>{noun}を追加する</Button>}
    </>
  )
}

function columnsOf<Item extends GroundItem>(
  { columns, verbs, noun, headings = { code: 'コード', name: '名称' } }: GroundItemPageProps<Item>,
  mayManage: boolean,
  onEdit: (item: Item) => void,
): Column<Item>[] {
  const acts: Column<Item> = {
    id: 'acts',
    header: '操作',
    isActs: true,
    cell: (item) => <GroundItemActions item={item} noun={noun} verbs={verbs} onEdit={() => onEdit(item)} />,
  }
  return [
    { id: 'code', header: headings.code, cell: (item) => <span className="figures">{item.code}</span> },
    { id: 'name', header: headings.name, isRowHeader: true, cell: nameOf },
    ...columns,
    ...(mayManage ? [acts] : []),
  ]
}

function nameOf({ name, closedOn }: GroundItem) {
  return (
    <>
      {name} {closedOn !== null && <StatusChip>使用終了</StatusChip>}
    </>
  )
}
