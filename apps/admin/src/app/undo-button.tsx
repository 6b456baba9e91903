/** 「元に戻す」 beside a message about what was just done; the way back tells of itself. */
export function UndoButton({ onUndo }: { onUndo: () => Promise<unknown> }) {
  return (
    <button
      type="button"
      onClick={() => void onUndo()}
      className="min-h-11 shrink-0 cursor-pointer rounded-6 px-3 text-[0.9375rem] font-bold underline underline-offset-4 hover:bg-solid-gray-700"
    >
      元に戻す
    </button>
  )
}
