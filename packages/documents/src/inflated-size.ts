const directoryEntry = 0x02014b50
const directoryEnd = 0x06054b50
const endLength = 22
const entryLength = 46

/**
 * How many bytes the files in a ZIP say that they unpack to, from its central directory; 0 when there is none to be
 * found. hucre stops unpacking a file at the size that it states. (APPNOTE.TXT 4.3.12 and 4.3.16.)
 */
export function inflatedSizeOf(zip: Uint8Array): number {
  const view = new DataView(zip.buffer, zip.byteOffset, zip.length)
  let position = startOfDirectory(view)
  let size = 0
  while (position !== null && position + entryLength <= view.byteLength) {
    if (view.getUint32(position, true) !== directoryEntry) break
    size += view.getUint32(position + 24, true)
    const [name, extra, comment] = [28, 30, 32].map((offset) => view.getUint16((position ?? 0) + offset, true))
    position += entryLength + (name ?? 0) + (extra ?? 0) + (comment ?? 0)
  }
  return size
}

function startOfDirectory(view: DataView): number | null {
  for (let position = view.byteLength - endLength; position >= 0; position -= 1) {
    if (view.getUint32(position, true) === directoryEnd) return view.getUint32(position + 16, true)
  }
  return null
}
