import { useMutation, useQuery } from '@tanstack/react-query'
import { labelsOnSheet } from '@sasaeai/domain/letter/address-label/label-place'
import { trpc } from '../../../app/trpc.ts'
import { GroundItemPage } from '../../council/ground-item-page.tsx'
import { OrderPapersButton } from '../../document/order-papers-button.tsx'
import { LabelSheetDialog } from './label-sheet-dialog.tsx'

/** ラベル用紙: the sheets of labels that the council uses, as it measures them. */
export function LabelSheetsPage() {
  const close = useMutation(trpc.letter.labelSheet.close.mutationOptions())
  const reopen = useMutation(trpc.letter.labelSheet.reopen.mutationOptions())
  const remove = useMutation(trpc.letter.labelSheet.remove.mutationOptions())
  const write = useMutation(trpc.letter.labelSheet.export.mutationOptions())
  return (
    <GroundItemPage
      title="ラベル用紙"
      noun="ラベル用紙"
      description="A4のラベル用紙の寸法です。紙の包みに書かれた寸法を入れ、普通の紙に試し刷りして用紙と重ねて確かめてください。プリンターで印刷がずれるときは「ずらし」で直します。"
      items={useQuery(trpc.letter.labelSheet.list.queryOptions())}
      columns={[
        { id: 'labels', header: '面', align: 'end', cell: (sheet) => labelsOnSheet(sheet) },
        { id: 'size', header: '1枚の大きさ', cell: ({ labelWidthMm, labelHeightMm }) => <span className="figures">{labelWidthMm}×{labelHeightMm}mm</span> },
        { id: 'margin', header: '余白（左・上）', isWideOnly: true, cell: ({ leftMm, topMm }) => <span className="figures">{leftMm}・{topMm}mm</span> },
        { id: 'shift', header: 'ずらし（右・下）', isWideOnly: true, cell: ({ shiftRightMm, shiftDownMm }) => (shiftRightMm === 0 && shiftDownMm === 0 ? '—' : <span className="figures">{shiftRightMm}・{shiftDownMm}mm</span>) },
        { id: 'test', header: '試し刷り', isActs: true, cell: ({ id: labelSheetId }) => <span className="whitespace-nowrap sm:-my-1.5"><OrderPapersButton size="small" order={{ kind: 'label_test_sheet', labelSheetId }}>試し刷り</OrderPapersButton></span> },
      ]}
      write={write.mutateAsync}
      verbs={{ close: close.mutateAsync, reopen: reopen.mutateAsync, remove: remove.mutateAsync }}
      dialog={(sheet, turns) => <LabelSheetDialog sheet={sheet} {...turns} />}
    />
  )
}
